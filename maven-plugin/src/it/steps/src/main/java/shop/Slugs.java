package shop;

import org.aludel.engine.Connection;
import org.aludel.migrations.step.ReversibleJavaMigration;
import org.aludel.migrations.step.StepContext;
import org.aludel.sql.Row;

/** Gives articles the part of their address; would be seen if it ran twice. */
public final class Slugs extends ReversibleJavaMigration {
  public Slugs() {}

  @Override
  public void up(StepContext context) {
    Connection connection = context.connection();
    for (Row row : connection.execute("SELECT id, title FROM article ORDER BY id")) {
      String slug = String.valueOf(row.get(1)).toLowerCase().replace(' ', '-');
      connection.update("UPDATE article SET slug = slug || ? WHERE id = ?", slug, row.get(0));
    }
  }

  @Override
  public void down(StepContext context) {
    context.connection().update("UPDATE article SET slug = ''");
  }
}
