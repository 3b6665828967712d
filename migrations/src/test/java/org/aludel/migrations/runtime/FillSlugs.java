package org.aludel.migrations.runtime;

import java.util.Locale;
import java.util.Set;
import org.aludel.migrations.step.ReversibleJavaMigration;
import org.aludel.migrations.step.StepContext;
import org.aludel.sql.Row;

/** A user's step: makes slugs of titles, no longer than a parameter says. */
public final class FillSlugs extends ReversibleJavaMigration {
  /** For revision files. */
  public FillSlugs() {}

  @Override
  public Set<String> parameters() {
    return Set.of("length");
  }

  @Override
  public void up(StepContext context) {
    int length = Integer.parseInt(context.text("length"));
    for (Row row : context.connection().execute("SELECT id, title FROM post ORDER BY id").all()) {
      String slug = String.valueOf(row.get(1)).toLowerCase(Locale.ROOT).replace(' ', '-');
      context
          .connection()
          .update(
              "UPDATE post SET slug = ? WHERE id = ?",
              slug.substring(0, Math.min(length, slug.length())),
              row.get(0));
    }
    context.progress("post", 2, 2);
  }

  @Override
  public void down(StepContext context) {
    context.connection().update("UPDATE post SET slug = NULL");
  }
}
