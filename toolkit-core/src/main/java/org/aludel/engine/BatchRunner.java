package org.aludel.engine;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.UsageException;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Sends one text with many rows of values as a batch of JDBC. */
record BatchRunner(
    Connection jdbc, StatementRunner runner, Listeners listeners, ExecutionOptions options) {

  List<Long> run(String sql, List<? extends List<? extends @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    requireEqualWidths(sql, rows);
    List<SqlType<?>> types = types(rows);
    Call first = call(sql, types, rows.get(0));
    long start = System.nanoTime();
    try {
      List<Long> counts = runner.call(null, () -> send(first, types, rows));
      long changed = counts.stream().mapToLong(Long::longValue).filter(one -> one > 0).sum();
      report(first, changed, start, null);
      return counts;
    } catch (RuntimeException failure) {
      report(first, -1, start, failure);
      throw failure;
    }
  }

  /** The whole batch is one event; the row that failed is the one that the exception describes. */
  private List<Long> send(
      Call first, List<SqlType<?>> types, List<? extends List<? extends @Nullable Object>> rows) {
    try (PreparedStatement statement = jdbc.prepareStatement(listeners.sending(first, options))) {
      for (List<? extends @Nullable Object> row : rows) {
        StatementRunner.bind(statement, call(first.sql(), types, row));
        statement.addBatch();
      }
      return Arrays.stream(statement.executeLargeBatch()).boxed().toList();
    } catch (BatchUpdateException failure) {
      int row = Math.min(done(failure), rows.size() - 1);
      throw runner.translate(failure, call(first.sql(), types, rows.get(row)));
    } catch (SQLException failure) {
      throw runner.translate(failure, first);
    }
  }

  /** How many rows went well before one did not. Source: JDBC 4.3, BatchUpdateException. */
  private static int done(BatchUpdateException failure) {
    int good = 0;
    for (long count : failure.getLargeUpdateCounts()) {
      if (count == java.sql.Statement.EXECUTE_FAILED) {
        break;
      }
      good++;
    }
    return good;
  }

  private static Call call(
      String sql, List<SqlType<?>> types, List<? extends @Nullable Object> row) {
    return new Call(sql, false, types, Collections.unmodifiableList(row), CacheUse.NONE);
  }

  /** The type of a column is that of its first value that is not null. */
  private static List<SqlType<?>> types(List<? extends List<? extends @Nullable Object>> rows) {
    List<SqlType<?>> types = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      Object sample = null;
      for (int row = 0; sample == null && row < rows.size(); row++) {
        sample = rows.get(row).get(i);
      }
      types.add(SqlTypes.forValue(sample));
    }
    return types;
  }

  private static void requireEqualWidths(
      String sql, List<? extends List<? extends @Nullable Object>> rows) {
    int width = rows.get(0).size();
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).size() != width) {
        throw new UsageException(
            Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot run a batch")
                .found(rows.get(i).size() + " values in row " + i + ", counted from 0\nin: " + sql)
                .expected(width + " values, as in row 0"));
      }
    }
  }

  private void report(Call call, long changed, long start, @Nullable Throwable failure) {
    if (!listeners.isEmpty()) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      listeners.executed(
          new Execution(
              call.sql(),
              call.typeNames(),
              call.binds(),
              changed,
              elapsed,
              CacheUse.NONE,
              failure,
              options));
    }
  }
}
