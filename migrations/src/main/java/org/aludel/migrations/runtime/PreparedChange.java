package org.aludel.migrations.runtime;

import java.util.List;
import org.aludel.migrations.revision.Change;
import org.jspecify.annotations.Nullable;

/**
 * A change, ready to be run.
 *
 * @param sql its statements; null for one that Liquibase must run
 */
record PreparedChange(Change change, @Nullable List<String> sql) {
  PreparedChange {
    sql = sql == null ? null : List.copyOf(sql);
  }
}
