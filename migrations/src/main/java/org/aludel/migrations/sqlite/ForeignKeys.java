package org.aludel.migrations.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.aludel.engine.Connection;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.sql.Row;

/**
 * Whether a connection minds foreign keys, which it can be told between transactions alone. A table
 * that is made anew is dropped on the way, and that would delete or refuse the rows that refer to
 * it. Source: SQLite, ALTER TABLE, and PRAGMA foreign_keys.
 *
 * @param before whether it minded them
 */
record ForeignKeys(boolean before) {
  /** The statement by which a revision asks for it. */
  static final String OFF = "PRAGMA foreign_keys = OFF";

  static final String ON = "PRAGMA foreign_keys = ON";

  private static final Pattern ASKED =
      Pattern.compile(
          "\\s*PRAGMA\\s+foreign_keys\\s*(?:=\\s*|\\(\\s*)(?:OFF|0|FALSE|NO)\\s*\\)?\\s*;?\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final int SHOWN = 20;

  /** Whether statements ask for foreign keys to be left alone until the transaction ends. */
  static boolean areLeft(List<String> statements) {
    return statements.stream().anyMatch(each -> ASKED.matcher(each).matches());
  }

  /** Minds them no more, on a connection without a transaction. */
  static ForeignKeys off(Connection connection) {
    List<Boolean> before = new ArrayList<>();
    connection.inAutocommit(
        alone -> {
          Integer now = alone.execute("PRAGMA foreign_keys").scalar(Integer.class);
          before.add(now != null && now == 1);
          alone.execute(OFF).close();
        });
    return new ForeignKeys(before.get(0));
  }

  /** Minds them as before, on a connection without a transaction. */
  void restore(Connection connection) {
    if (before) {
      connection.inAutocommit(alone -> alone.execute(ON).close());
    }
  }

  /**
   * Looks for rows that refer to none, while nobody else did.
   *
   * @throws RevisionException STEP_FAILED naming tables and rows
   */
  static void require(Connection connection) {
    List<String> broken = new ArrayList<>();
    for (Row row : connection.execute("PRAGMA foreign_key_check")) {
      broken.add("row " + row.get(1) + " of " + row.get(0) + " refers to none of " + row.get(2));
    }
    if (!broken.isEmpty()) {
      String more = broken.size() > SHOWN ? "\nand " + (broken.size() - SHOWN) + " more" : "";
      throw new RevisionException(
          Problem.of(MigrationCode.STEP_FAILED, "cannot commit: foreign keys would be broken")
              .found(String.join("\n", broken.subList(0, Math.min(SHOWN, broken.size()))) + more)
              .expected("rows that refer to rows, as the schema demands")
              .fix("delete or correct these rows first, in a revision before; then run again"));
    }
  }
}
