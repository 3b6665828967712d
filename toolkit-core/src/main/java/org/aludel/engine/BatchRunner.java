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
import java.util.function.IntFunction;
import org.aludel.engine.option.ExecutionOptions;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.UsageException;
import org.aludel.sql.Statement;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Sends one text with many rows of values as a batch of JDBC. */
record BatchRunner(
    Connection jdbc, StatementRunner runner, Listeners listeners, ExecutionOptions options) {

  /** Runs text; the rows are of one width, values of one column of one class. */
  List<Long> run(String sql, List<? extends List<? extends @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    requireEqualWidths(sql, rows);
    List<SqlType<?>> types = types(rows);
    return run(rows.size(), row -> call(sql, types, rows.get(row)));
  }

  /**
   * Runs calls of one text.
   *
   * @param rows how many, at least 1
   * @param calls the call for each row, counted from 0
   */
  List<Long> run(int rows, IntFunction<Call> calls) {
    Call first = calls.apply(0);
    long start = System.nanoTime();
    try {
      List<Long> counts = runner.call(null, () -> send(first, rows, calls));
      long changed = counts.stream().mapToLong(Long::longValue).filter(one -> one > 0).sum();
      report(first, changed, start, null);
      return counts;
    } catch (RuntimeException failure) {
      report(first, -1, start, failure);
      throw failure;
    }
  }

  /** The whole batch is one event; the row that failed is the one that the exception describes. */
  private List<Long> send(Call first, int rows, IntFunction<Call> calls) {
    try (PreparedStatement statement = jdbc.prepareStatement(listeners.sending(first, options))) {
      for (int row = 0; row < rows; row++) {
        StatementRunner.bind(statement, row == 0 ? first : calls.apply(row));
        statement.addBatch();
      }
      return Arrays.stream(statement.executeLargeBatch()).boxed().toList();
    } catch (BatchUpdateException failure) {
      throw runner.translate(failure, calls.apply(Math.min(done(failure), rows - 1)));
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

  /** A batch of JDBC gives no rows back. */
  static void requireWithoutRows(Statement<?> statement) {
    if (statement.projection() != null) {
      throw new UsageException(
          Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot run a batch")
              .found("a statement that returns rows")
              .expected("an INSERT, UPDATE, DELETE or MERGE without RETURNING")
              .fix("several rows in one INSERT: insert(…).values(…), whose RETURNING is in order"));
    }
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
              call.cache(),
              failure,
              options));
    }
  }
}
