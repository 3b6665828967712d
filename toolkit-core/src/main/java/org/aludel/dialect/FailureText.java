package org.aludel.dialect;

import java.util.List;
import java.util.stream.Collectors;

/** What a person is told of a statement that failed: what the driver says, and what was run. */
public final class FailureText {
  /** Characters of a statement that a message repeats. */
  private static final int SHOWN_SQL = 2_000;

  /** Parameters that a message repeats. */
  private static final int SHOWN_BINDS = 50;

  private FailureText() {}

  /** The driver's text, already without what must not be shown, and the statement below it. */
  public static String of(String driverText, FailedStatement statement) {
    StringBuilder text = new StringBuilder(driverText);
    String sql = statement.sql();
    if (sql != null) {
      text.append("\nin: ").append(shorten(sql));
    }
    if (!statement.binds().isEmpty()) {
      text.append("\nbinds: ").append(shorten(statement.binds()));
    } else if (!statement.bindTypes().isEmpty()) {
      text.append("\nbind types: ").append(shorten(statement.bindTypes()));
    }
    return text.toString();
  }

  private static String shorten(String sql) {
    return sql.length() <= SHOWN_SQL
        ? sql
        : sql.substring(0, SHOWN_SQL) + " … (" + sql.length() + " characters)";
  }

  private static String shorten(List<String> binds) {
    String shown = binds.stream().limit(SHOWN_BINDS).collect(Collectors.joining(", "));
    return binds.size() <= SHOWN_BINDS ? shown : shown + ", … (" + binds.size() + " in all)";
  }
}
