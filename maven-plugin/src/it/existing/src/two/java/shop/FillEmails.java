package shop;

import java.util.Locale;
import org.aludel.migrations.step.ReversibleJavaMigration;
import org.aludel.migrations.step.StepContext;
import org.aludel.sql.Row;

/** What SQL could not know: which host a person belongs to. */
public final class FillEmails extends ReversibleJavaMigration {
  @Override
  public void up(StepContext context) {
    for (Row row : context.connection().execute("SELECT id, name FROM owner ORDER BY id").all()) {
      String email =
          String.valueOf(row.get(1)).toLowerCase(Locale.ROOT)
              + "@"
              + context.argument("host").orElse("nowhere");
      context.connection().update("UPDATE owner SET email = ? WHERE id = ?", email, row.get(0));
    }
  }

  @Override
  public void down(StepContext context) {
    context.connection().update("UPDATE owner SET email = NULL");
  }
}
