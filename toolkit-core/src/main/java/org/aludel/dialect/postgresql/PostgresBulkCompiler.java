package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aludel.compile.BulkCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.compile.TypeSql;
import org.aludel.compile.TypedSql;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkVisitor;
import org.aludel.sql.Query;
import org.aludel.type.ArrayTypes;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * Rows in bulk over {@code unnest}: scalar types as native arrays, all others as texts that the
 * statement casts, because a driver can send arrays of scalars alone.
 *
 * <p>{@code MERGE … ON false} returns the row's number beside the keys that the server made; an
 * INSERT cannot return columns of its source. Source: PostgreSQL 17, MERGE.
 */
final class PostgresBulkCompiler implements BulkCompiler, BulkVisitor<TypedSql> {
  /** Base types that cross as arrays of their own, with the driver's names of them. */
  private static final Map<String, String> NATIVE =
      Map.ofEntries(
          Map.entry("boolean", "bool"),
          Map.entry("smallint", "int2"),
          Map.entry("integer", "int4"),
          Map.entry("bigint", "int8"),
          Map.entry("real", "float4"),
          Map.entry("double precision", "float8"),
          Map.entry("numeric", "numeric"),
          Map.entry("varchar", "text"),
          Map.entry("text", "text"),
          Map.entry("uuid", "uuid"),
          Map.entry("date", "date"),
          Map.entry("time", "time"),
          Map.entry("timestamp", "timestamp"),
          Map.entry("timestamptz", "timestamptz"),
          Map.entry("bytea", "bytea"));

  private final IdentifierQuoter quoter;
  private final Function<Query<?>, String> queries;

  /**
   * A compiler.
   *
   * @param queries the text of a query without parameters
   */
  PostgresBulkCompiler(IdentifierQuoter quoter, Function<Query<?>, String> queries) {
    this.quoter = quoter;
    this.queries = queries;
  }

  @Override
  public TypedSql compile(BulkStatement statement) {
    return statement.accept(this);
  }

  @Override
  public TypedSql visitInsertRow(BulkStatement.InsertRow insert) {
    String values =
        insert.columns().isEmpty()
            ? " DEFAULT VALUES"
            : " (" + names(insert.columns()) + ") VALUES (" + marks(insert.columns()) + ")";
    return scalars(
        "INSERT INTO " + table(insert.table()) + values + returning("", insert.returning()),
        insert.columns());
  }

  @Override
  public TypedSql visitInsertRows(BulkStatement.InsertRows insert) {
    String table = table(insert.table());
    String names = names(insert.columns());
    String values = elements("c", insert.columns());
    String aliases = aliases("c", insert.columns());
    String source = unnest(insert.columns());
    String sql =
        switch (insert.matching()) {
          case ORDINAL ->
              "MERGE INTO %s AS t USING %s WITH ORDINALITY AS v(%s, ord) ON false"
                      .formatted(table, source, aliases)
                  + " WHEN NOT MATCHED THEN INSERT (%s) VALUES (%s) RETURNING v.ord"
                      .formatted(names, values)
                  + insert.returning().stream()
                      .map(column -> ", " + read("t.", column))
                      .collect(Collectors.joining());
          case KEY_ORDER ->
              "INSERT INTO %s AS t (%s) SELECT %s FROM %s WITH ORDINALITY AS v(%s, ord)"
                      .formatted(table, names, values, source, aliases)
                  + " ORDER BY v.ord"
                  + returning("t.", insert.returning());
          case NONE ->
              "INSERT INTO %s (%s) SELECT %s FROM %s AS v(%s)"
                  .formatted(table, names, values, source, aliases);
        };
    return arrays(sql, insert.columns());
  }

  @Override
  public TypedSql visitUpdateRow(BulkStatement.UpdateRow update) {
    String assignments =
        update.columns().stream()
            .map(column -> quoter.quote(column.name()) + " = " + mark(column))
            .collect(Collectors.joining(", "));
    List<Column> all = concat(update.columns(), update.match());
    return scalars(
        "UPDATE %s SET %s WHERE %s"
                .formatted(table(update.table()), assignments, equalsMarks(update.match()))
            + returning("", update.returning()),
        all);
  }

  @Override
  public TypedSql visitUpdateRows(BulkStatement.UpdateRows update) {
    List<Column> columns = update.columns();
    String assignments =
        IntStream.range(0, columns.size())
            .mapToObj(
                i -> quoter.quote(columns.get(i).name()) + " = " + element("c", i, columns.get(i)))
            .collect(Collectors.joining(", "));
    List<Column> all = concat(update.match(), columns);
    String sql =
        "UPDATE %s AS t SET %s FROM %s AS v(%s, %s) WHERE %s"
            .formatted(
                table(update.table()),
                assignments,
                unnest(all),
                aliases("k", update.match()),
                aliases("c", columns),
                equalsElements(update.match()));
    return arrays(sql + returning("t.", update.returning()), all);
  }

  @Override
  public TypedSql visitMoveRows(BulkStatement.MoveRows move) {
    List<Column> position = List.of(move.position());
    List<Column> all = concat(move.match(), position);
    String name = quoter.quote(move.position().name());
    String number = element("c", 0, move.position());
    String sql =
        "UPDATE %s AS t SET %s = %s FROM %s AS v(%s, %s) WHERE %s AND t.%2$s IS DISTINCT FROM %3$s"
            .formatted(
                table(move.table()),
                name,
                number,
                unnest(all),
                aliases("k", move.match()),
                aliases("c", position),
                equalsElements(move.match()));
    return arrays(sql, all);
  }

  @Override
  public TypedSql visitDeleteRows(BulkStatement.DeleteRows delete) {
    List<Column> match = delete.match();
    String sql =
        match.size() == 1
            ? "DELETE FROM " + table(delete.table()) + " WHERE " + anyOf(match.get(0))
            : "DELETE FROM %s AS t USING %s AS v(%s) WHERE %s"
                .formatted(
                    table(delete.table()),
                    unnest(match),
                    aliases("k", match),
                    equalsElements(match));
    return arrays(sql + returning(match.size() == 1 ? "" : "t.", delete.returning()), match);
  }

  @Override
  public TypedSql visitSelectRow(BulkStatement.SelectRow select) {
    return scalars(
        "SELECT %s FROM %s WHERE %s"
            .formatted(
                select.columns().stream()
                    .map(column -> read("", column))
                    .collect(Collectors.joining(", ")),
                source(select.source(), " AS t"),
                equalsMarks(select.match())),
        select.match());
  }

  @Override
  public TypedSql visitSelectRows(BulkStatement.SelectRows select) {
    List<Column> match = select.match();
    boolean single = match.size() == 1;
    String prefix = single ? "" : "t.";
    String columns =
        select.columns().stream()
            .map(column -> read(prefix, column))
            .collect(Collectors.joining(", "));
    String sql =
        single
            ? "SELECT %s FROM %s WHERE %s"
                .formatted(columns, source(select.source(), " AS t"), anyOf(match.get(0)))
            : "SELECT %s FROM %s AS t JOIN %s AS v(%s) ON %s"
                .formatted(
                    columns,
                    source(select.source(), ""),
                    unnest(match),
                    aliases("k", match),
                    equalsElements(match));
    return arrays(sql + orderBy(prefix, select.order()), match);
  }

  /** The bits of tgtype are those of pg_trigger.h: 2 BEFORE, 4 INSERT, 64 INSTEAD OF. */
  @Override
  public TypedSql visitAsksKeyOrder(BulkStatement.AsksKeyOrder question) {
    String sql =
        """
        SELECT c.relkind = 'r'
          AND NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal
            AND t.tgtype & 4 <> 0 AND t.tgtype & 66 <> 0)
          AND NOT EXISTS (SELECT 1 FROM pg_rewrite r WHERE r.ev_class = c.oid)
          AND EXISTS (SELECT 1 FROM pg_sequence s WHERE s.seqincrement > 0 AND NOT s.seqcycle
            AND s.seqrelid = pg_get_serial_sequence(c.oid::regclass::text, %s)::regclass)
        FROM pg_class c WHERE c.oid = %s::regclass\
        """
            .formatted(
                SqlLiteral.text(question.column()), SqlLiteral.text(table(question.table())));
    return new TypedSql(sql, List.of());
  }

  @Override
  public TypedSql visitNextValues(BulkStatement.NextValues next) {
    return new TypedSql(
        "SELECT nextval("
            + SqlLiteral.text(table(next.sequence()))
            + ") FROM generate_series(1, ?)",
        List.of(SqlTypes.INTEGER));
  }

  private String orderBy(String prefix, List<BulkStatement.Order> order) {
    return order.isEmpty()
        ? ""
        : order.stream()
            .map(
                one ->
                    prefix + quoter.quote(one.column().name()) + (one.descending() ? " DESC" : ""))
            .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  /** A query in FROM needs a name on every server before 16. */
  private String source(BulkStatement.Source source, String nameOfQuery) {
    return source instanceof BulkStatement.View view
        ? "(" + queries.apply(view.query()) + ")" + nameOfQuery
        : table((BulkStatement.Target) source);
  }

  private String table(BulkStatement.Target target) {
    return quoter.quote(new QualifiedName(target.schema(), target.name()));
  }

  private String names(List<Column> columns) {
    return quoter.quoteAll(columns.stream().map(Column::name).toList());
  }

  private static SqlType<?> type(Column column) {
    return column.type().on(PostgresDialect.NAME);
  }

  /** The question mark of a value, with the SQL of its type round it. */
  private static String mark(Column column) {
    String template = type(column).rules().bindSql();
    return template == null ? "?" : TypeSql.around(template, "?");
  }

  /** A column that is read, with the SQL of its type round it. */
  private String read(String prefix, Column column) {
    String name = prefix + quoter.quote(column.name());
    String template = type(column).rules().columnSql();
    return template == null ? name : TypeSql.around(template, name);
  }

  private static String marks(List<Column> columns) {
    return columns.stream().map(PostgresBulkCompiler::mark).collect(Collectors.joining(", "));
  }

  private String equalsMarks(List<Column> columns) {
    return columns.stream()
        .map(column -> quoter.quote(column.name()) + " = " + mark(column))
        .collect(Collectors.joining(" AND "));
  }

  private String equalsElements(List<Column> match) {
    return IntStream.range(0, match.size())
        .mapToObj(
            i ->
                "t."
                    + quoter.quote(match.get(i).name())
                    + (match.get(i).nullable() ? " IS NOT DISTINCT FROM " : " = ")
                    + stored("k", i, match.get(i)))
        .collect(Collectors.joining(" AND "));
  }

  /** An element as its column holds it: a value in memory may have more digits than the row. */
  private static String stored(String prefix, int index, Column column) {
    String element = element(prefix, index, column);
    SqlType<?> type = type(column);
    boolean rounded =
        isNative(column) && type.name().endsWith(")") && !base(type).equals("varchar");
    return rounded ? element + "::" + type.name() : element;
  }

  private String anyOf(Column column) {
    String name = quoter.quote(column.name());
    return isNative(column)
        ? name + " = ANY (?::" + arrayName(column) + ")"
        : name + " = ANY (?::text[]::" + type(column).castName() + "[])";
  }

  private String returning(String prefix, List<Column> columns) {
    return columns.isEmpty()
        ? ""
        : columns.stream()
            .map(column -> read(prefix, column))
            .collect(Collectors.joining(", ", " RETURNING ", ""));
  }

  private static String unnest(List<Column> columns) {
    return columns.stream()
        .map(column -> "?::" + arrayName(column))
        .collect(Collectors.joining(", ", "unnest(", ")"));
  }

  private static String aliases(String prefix, List<Column> columns) {
    return IntStream.rangeClosed(1, columns.size())
        .mapToObj(i -> prefix + i)
        .collect(Collectors.joining(", "));
  }

  private static String elements(String prefix, List<Column> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> element(prefix, i, columns.get(i)))
        .collect(Collectors.joining(", "));
  }

  private static String element(String prefix, int index, Column column) {
    String name = "v." + prefix + (index + 1);
    String template = type(column).rules().bindSql();
    if (template != null) {
      return TypeSql.around(template, name);
    }
    return isNative(column) ? name : name + "::" + type(column).castName();
  }

  private static boolean isNative(Column column) {
    return type(column).rules().bindSql() == null && NATIVE.containsKey(base(type(column)));
  }

  private static String arrayName(Column column) {
    String base = base(type(column));
    return (isNative(column) && !base.equals("varchar") ? base : "text") + "[]";
  }

  private static TypedSql scalars(String sql, List<Column> columns) {
    return new TypedSql(sql, columns.stream().<SqlType<?>>map(PostgresBulkCompiler::type).toList());
  }

  private static TypedSql arrays(String sql, List<Column> columns) {
    List<SqlType<?>> types = new ArrayList<>();
    for (Column column : columns) {
      String driverName = isNative(column) ? NATIVE.get(base(type(column))) : null;
      types.add(
          driverName == null
              ? ArrayTypes.asText(type(column))
              : ArrayTypes.of(type(column), driverName));
    }
    return new TypedSql(sql, types);
  }

  private static List<Column> concat(List<Column> first, List<Column> second) {
    List<Column> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** The type's name without length or precision; arrays keep their brackets. */
  private static String base(SqlType<?> type) {
    String name = type.name().toLowerCase(Locale.ROOT);
    int parenthesis = name.indexOf('(');
    return parenthesis > 0 && name.endsWith(")") ? name.substring(0, parenthesis) : name;
  }
}
