package org.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aludel.compile.BulkCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.TypeSql;
import org.aludel.compile.TypedSql;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkVisitor;
import org.aludel.sql.Query;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Rows in bulk over {@code json_each}: all rows of a statement are one parameter, an array of
 * arrays, so that the text does not depend on their number. Keys that SQLite counts rise with each
 * row, so that those returned find their rows when they are sorted. Source: SQLite, JSON functions;
 * AUTOINCREMENT; RETURNING, whose order is not promised.
 */
final class SqliteBulkCompiler implements BulkCompiler, BulkVisitor<TypedSql> {
  private static final String ROWS = "json_each(?) AS r";

  private final IdentifierQuoter tables;
  private final Function<Query<?>, String> queries;

  /**
   * A compiler.
   *
   * @param tables writes the names of tables
   * @param queries the text of a query without parameters
   */
  SqliteBulkCompiler(IdentifierQuoter tables, Function<Query<?>, String> queries) {
    this.tables = tables;
    this.queries = queries;
  }

  @Override
  public TypedSql compile(BulkStatement statement) {
    return statement.accept(this);
  }

  @Override
  public TypedSql visitInsertRow(BulkStatement.InsertRow insert) {
    List<Column> columns = insert.columns();
    String values =
        columns.isEmpty()
            ? " DEFAULT VALUES"
            : " ("
                + names(columns)
                + ") VALUES ("
                + joined(columns, SqliteBulkCompiler::mark)
                + ")";
    return scalars(
        "INSERT INTO " + table(insert.table()) + values + returning(insert.returning()), columns);
  }

  @Override
  public TypedSql visitInsertRows(BulkStatement.InsertRows insert) {
    String sql =
        "INSERT INTO %s (%s) SELECT %s FROM %s"
            .formatted(
                table(insert.table()),
                names(insert.columns()),
                elements(insert.columns(), 0),
                ROWS);
    return switch (insert.matching()) {
      case NONE -> rows(sql, insert.columns());
      case KEY_ORDER ->
          rows(sql + " ORDER BY r.key" + returning(insert.returning()), insert.columns());
      case ORDINAL ->
          throw SqliteRefusal.of(
              "numbers of rows beside what they return", sql, "ask for keys in their order");
    };
  }

  @Override
  public TypedSql visitUpdateRow(BulkStatement.UpdateRow update) {
    String sql =
        "UPDATE %s SET %s WHERE %s"
            .formatted(
                table(update.table()),
                joined(update.columns(), one -> name(one) + " = " + mark(one)),
                equalsMarks(update.match()));
    return scalars(sql + returning(update.returning()), concat(update.columns(), update.match()));
  }

  @Override
  public TypedSql visitUpdateRows(BulkStatement.UpdateRows update) {
    List<Column> all = concat(update.match(), update.columns());
    int keys = update.match().size();
    String assignments =
        IntStream.range(0, update.columns().size())
            .mapToObj(i -> name(update.columns().get(i)) + " = v.c" + (keys + i + 1))
            .collect(Collectors.joining(", "));
    String condition =
        IntStream.range(0, keys)
            .mapToObj(i -> "t." + name(update.match().get(i)) + " = v.c" + (i + 1))
            .collect(Collectors.joining(" AND "));
    String sql =
        "UPDATE %s AS t SET %s FROM (%s) AS v WHERE %s"
            .formatted(table(update.table()), assignments, sourceOf(all), condition);
    return rows(sql + returning(update.returning()), all);
  }

  @Override
  public TypedSql visitMoveRows(BulkStatement.MoveRows move) {
    List<Column> all = concat(move.match(), List.of(move.position()));
    String number = "v.c" + all.size();
    String condition =
        IntStream.range(0, move.match().size())
            .mapToObj(i -> "t." + name(move.match().get(i)) + " = v.c" + (i + 1))
            .collect(Collectors.joining(" AND "));
    String sql =
        "UPDATE %s AS t SET %s = %s FROM (%s) AS v WHERE %s AND t.%2$s IS NOT %3$s"
            .formatted(
                table(move.table()), name(move.position()), number, sourceOf(all), condition);
    return rows(sql, all);
  }

  /** The rows that are sent, by the names {@code c1} and so on. */
  private static String sourceOf(List<Column> columns) {
    String names =
        IntStream.range(0, columns.size())
            .mapToObj(i -> element(columns.get(i), i) + " AS c" + (i + 1))
            .collect(Collectors.joining(", "));
    return "SELECT " + names + " FROM " + ROWS;
  }

  @Override
  public TypedSql visitDeleteRows(BulkStatement.DeleteRows delete) {
    String sql =
        delete.match().stream().anyMatch(Column::nullable)
            ? "DELETE FROM %s AS t WHERE %s"
                .formatted(table(delete.table()), isOneOfRows(delete.match()))
            : "DELETE FROM %s WHERE %s"
                .formatted(table(delete.table()), isAmongRows(delete.match()));
    return rows(sql + returning(delete.returning()), delete.match());
  }

  @Override
  public TypedSql visitSelectRow(BulkStatement.SelectRow select) {
    return scalars(
        "SELECT %s FROM %s WHERE %s"
            .formatted(
                joined(select.columns(), SqliteBulkCompiler::read),
                source(select.source()),
                equalsMarks(select.match())),
        select.match());
  }

  @Override
  public TypedSql visitSelectRows(BulkStatement.SelectRows select) {
    String sql =
        "SELECT %s FROM %s WHERE %s"
            .formatted(
                joined(select.columns(), SqliteBulkCompiler::read),
                source(select.source()),
                isAmongRows(select.match()));
    return rows(sql + orderBy(select.order()), select.match());
  }

  /** A trigger may put rows of its own between those of a statement. */
  @Override
  public TypedSql visitAsksKeyOrder(BulkStatement.AsksKeyOrder question) {
    String catalogue = tables.quote(new QualifiedName(question.table().schema(), "sqlite_schema"));
    String sql =
        "SELECT NOT EXISTS (SELECT 1 FROM %s WHERE type = 'trigger' AND lower(tbl_name) = lower(%s))"
            .formatted(catalogue, SqliteLiteral.text(question.table().name()));
    return new TypedSql(sql, List.of());
  }

  @Override
  public TypedSql visitNextValues(BulkStatement.NextValues next) {
    throw SqliteRefusal.of(
        "sequences",
        next.sequence().name(),
        "let SQLite count: @GeneratedValue(strategy = GenerationType.IDENTITY)");
  }

  private String source(BulkStatement.Source source) {
    return source instanceof BulkStatement.View view
        ? "(" + queries.apply(view.query()) + ")"
        : table((BulkStatement.Target) source);
  }

  private static String isAmongRows(List<Column> match) {
    String names = match.size() == 1 ? name(match.get(0)) : "(" + names(match) + ")";
    return names + " IN (SELECT " + elements(match, 0) + " FROM " + ROWS + ")";
  }

  /** As {@link #isAmongRows}, where NULL is the same as NULL. */
  private static String isOneOfRows(List<Column> match) {
    String condition =
        IntStream.range(0, match.size())
            .mapToObj(i -> "t." + name(match.get(i)) + " IS v.c" + (i + 1))
            .collect(Collectors.joining(" AND "));
    return "EXISTS (SELECT 1 FROM (%s) AS v WHERE %s)".formatted(sourceOf(match), condition);
  }

  private static String orderBy(List<BulkStatement.Order> order) {
    return order.isEmpty()
        ? ""
        : order.stream()
            .map(one -> name(one.column()) + (one.descending() ? " DESC" : ""))
            .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private static String returning(List<Column> columns) {
    return columns.isEmpty() ? "" : " RETURNING " + joined(columns, SqliteBulkCompiler::read);
  }

  private static String equalsMarks(List<Column> columns) {
    return columns.stream()
        .map(column -> name(column) + " = " + mark(column))
        .collect(Collectors.joining(" AND "));
  }

  private static String elements(List<Column> columns, int from) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> element(columns.get(i), from + i))
        .collect(Collectors.joining(", "));
  }

  /** Bytes have no place in JSON: they cross as digits. */
  private static String element(Column column, int index) {
    String value = "r.value ->> " + index;
    if (SqliteRowsCodec.isBytes(type(column))) {
      return "unhex(" + value + ")";
    }
    return around(type(column).rules().bindSql(), value);
  }

  private static String mark(Column column) {
    return around(type(column).rules().bindSql(), "?");
  }

  private static String read(Column column) {
    return around(type(column).rules().columnSql(), name(column));
  }

  private static String around(@Nullable String template, String sql) {
    return template == null ? sql : TypeSql.around(template, sql);
  }

  private static String joined(List<Column> columns, Function<Column, String> text) {
    return columns.stream().map(text).collect(Collectors.joining(", "));
  }

  private String table(BulkStatement.Target target) {
    return tables.quote(new QualifiedName(target.schema(), target.name()));
  }

  private static String name(Column column) {
    return SqliteIdentifiers.quoter().quote(column.name());
  }

  private static String names(List<Column> columns) {
    return joined(columns, SqliteBulkCompiler::name);
  }

  private static SqlType<?> type(Column column) {
    return SqliteTypes.of(column.type());
  }

  private static List<SqlType<?>> types(List<Column> columns) {
    return columns.stream().<SqlType<?>>map(SqliteBulkCompiler::type).toList();
  }

  private static TypedSql scalars(String sql, List<Column> columns) {
    return new TypedSql(sql, types(columns));
  }

  private static TypedSql rows(String sql, List<Column> columns) {
    return TypedSql.ofRows(sql, SqliteRowsCodec.typeOf(types(columns)));
  }

  private static List<Column> concat(List<Column> first, List<Column> second) {
    List<Column> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
