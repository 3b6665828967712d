package org.aludel.migrations.runtime;

import java.util.List;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.step.StepCall;
import org.jspecify.annotations.Nullable;

/**
 * A change, ready to be run.
 *
 * @param sql its statements; null for one that is no SQL
 * @param call the step in Java; null for one of SQL and for one that Liquibase must run
 */
record PreparedChange(Change change, @Nullable List<String> sql, @Nullable StepCall call) {
  PreparedChange {
    sql = sql == null ? null : List.copyOf(sql);
  }

  PreparedChange(Change change, @Nullable List<String> sql) {
    this(change, sql, null);
  }
}
