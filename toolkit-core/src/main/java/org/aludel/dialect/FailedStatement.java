package org.aludel.dialect;

import java.util.List;
import org.aludel.error.FailedSql;
import org.jspecify.annotations.Nullable;

/**
 * What was being run when the driver failed.
 *
 * @param sql the text, or null when no statement was involved, as in a commit
 * @param bindTypes the SQL type names of the bind parameters, in order
 * @param binds their values as text, in the same order; empty unless the engine logs values
 * @param showValues whether messages may carry data of rows, such as the key of a duplicate
 */
public record FailedStatement(
    @Nullable String sql, List<String> bindTypes, List<String> binds, boolean showValues) {
  public FailedStatement {
    bindTypes = List.copyOf(bindTypes);
    binds = List.copyOf(binds);
  }

  /** A statement without bind parameters. */
  public static FailedStatement of(@Nullable String sql) {
    return new FailedStatement(sql, List.of(), List.of(), false);
  }

  /** What exceptions carry of it; null when no statement was involved. */
  public @Nullable FailedSql forCallers() {
    String text = sql;
    return text == null ? null : new FailedSql(text, bindTypes, binds);
  }
}
