package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.aludel.compile.SqlLiteral;
import org.aludel.dialect.Capability;
import org.aludel.engine.Connection;
import org.aludel.error.RevisionException;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the bookkeeping tables that go to the server as one statement, so that a revision
 * costs one round trip for its ledger rows, its heads, its log and the check of the lock. Each part
 * says how many rows it must change. Not thread-safe.
 */
public final class BookkeepingWrite {
  private final StringBuilder parts = new StringBuilder();
  private final StringBuilder counts = new StringBuilder();
  private final List<@Nullable Object> binds = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Expectation> expectations = new ArrayList<>();

  /** Without a part. */
  public BookkeepingWrite() {}

  /**
   * Adds an INSERT, UPDATE or DELETE without RETURNING. Parts do not see each other's rows.
   *
   * @param refusal the failure for another number of rows than expected
   */
  void change(String sql, List<?> values, long rows, LongFunction<RevisionException> refusal) {
    Expectation expectation = new Expectation(rows, refusal);
    changes.add(new Change(sql, values, expectation));
    part(sql + " RETURNING 1", values, expectation);
  }

  /** The changes as statements without binds, for a script; what is only required is left out. */
  List<String> statements() {
    return changes.stream().map(each -> literal(each.sql(), each.values())).toList();
  }

  /** A question mark in a quoted name or literal is none. */
  private static String literal(String sql, List<?> values) {
    StringBuilder text = new StringBuilder();
    char quote = 0;
    int next = 0;
    for (int i = 0; i < sql.length(); i++) {
      char each = sql.charAt(i);
      if (quote == 0 && (each == '"' || each == '\'')) {
        quote = each;
      } else if (each == quote) {
        quote = 0;
      }
      text.append(each == '?' && quote == 0 ? literal(values.get(next++)) : String.valueOf(each));
    }
    return text.toString();
  }

  private static String literal(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    return value instanceof Number ? value.toString() : SqlLiteral.text(value.toString());
  }

  /** Adds a query that must give one row. */
  void require(String query, List<?> values, LongFunction<RevisionException> refusal) {
    part(query, values, new Expectation(1, refusal));
  }

  private void part(String sql, List<?> values, Expectation expectation) {
    String name = "part" + expectations.size();
    parts.append(expectations.isEmpty() ? "WITH " : ", ").append(name).append(" AS (");
    parts.append(sql).append(')');
    counts.append(", (SELECT count(*) FROM ").append(name).append(')');
    binds.addAll(values);
    expectations.add(expectation);
  }

  /**
   * Sends it in the current transaction: as one statement where the database knows writing parts.
   *
   * @return the transaction's id, so that the caller sees whether it is still the one it began;
   *     empty where that is found out in another way
   */
  public String run(Connection connection) {
    return connection.dialect().supports(Capability.WRITING_CTE)
        ? runTogether(connection)
        : runOneByOne(connection);
  }

  private String runOneByOne(Connection connection) {
    for (Change change : changes) {
      long rows = connection.update(change.sql(), change.values().toArray());
      change.expectation().require(rows);
    }
    return "";
  }

  private String runTogether(Connection connection) {
    String sql = parts + " SELECT pg_catalog.pg_current_xact_id()::text" + counts;
    Row row = connection.execute(sql, binds.toArray()).one();
    for (int i = 0; i < expectations.size(); i++) {
      Expectation expectation = expectations.get(i);
      Long rows = row.get(i + 1, Long.class);
      expectation.require(rows == null ? 0 : rows);
    }
    return String.valueOf(row.get(0));
  }

  private record Change(String sql, List<?> values, Expectation expectation) {}

  private record Expectation(long rows, LongFunction<RevisionException> refusal) {
    void require(long found) {
      if (found != rows) {
        throw refusal.apply(found);
      }
    }
  }
}
