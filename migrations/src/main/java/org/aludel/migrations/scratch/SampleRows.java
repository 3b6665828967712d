package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.util.TopologicalSort;

/**
 * Fills the tables of a trial with rows that respect types, NOT NULL, unique and foreign keys. A
 * column that may be null is null in every third row. A check that no sample value meets leaves its
 * table empty, and that is said.
 */
public final class SampleRows {
  /** Enough for each label of a short enum and for nulls; the tour promises it. */
  public static final int PER_TABLE = 20;

  private static final int NULL_EVERY = 3;

  private final MetaData schema;
  private final IdentifierQuoter quoter;
  private final ScratchDialect dialect;
  private final SampleValue values;
  private final int perTable;

  /**
   * @param perTable how many rows a table gets
   */
  public SampleRows(MetaData schema, Dialect dialect, int perTable) {
    this.schema = schema;
    this.quoter = dialect.quoter();
    this.dialect = ScratchDialect.of(dialect);
    this.values = new SampleValue(schema);
    this.perTable = perTable;
  }

  /**
   * What became of empty tables, by their names as people write them.
   *
   * @param filled those that have rows now
   * @param refused those that stayed empty, each with the server's reason
   */
  public record Filled(List<String> filled, Map<String, String> refused) {
    public Filled {
      filled = List.copyOf(filled);
      refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }
  }

  /**
   * Puts rows into the tables that have none, in the current transaction and with the connection's
   * search path; asks which they are in one statement.
   *
   * @param wanted the tables that may get rows
   */
  public Filled fillEmpty(Connection connection, Predicate<Table> wanted) {
    List<Table> tables = ordered().stream().filter(wanted).toList();
    List<String> filled = new ArrayList<>();
    Map<String, String> refused = new LinkedHashMap<>();
    ScratchSql sql = new ScratchSql(connection);
    Set<Long> occupied = occupied(sql, tables);
    for (int at = 0; at < tables.size(); at++) {
      if (!occupied.contains((long) at)) {
        Table table = tables.get(at);
        Optional<String> reason = insert(table, sql);
        if (reason.isEmpty()) {
          filled.add(table.name().toString());
        } else {
          refused.put(table.name().toString(), reason.get());
        }
      }
    }
    return new Filled(filled, refused);
  }

  /** The positions of the tables that have rows. */
  private Set<Long> occupied(ScratchSql sql, List<Table> tables) {
    List<String> questions = new ArrayList<>();
    for (int at = 0; at < tables.size(); at++) {
      String name = quoter.quote(tables.get(at).name());
      questions.add("SELECT " + at + " WHERE EXISTS (SELECT 1 FROM " + name + ")");
    }
    return questions.isEmpty() ? Set.of() : sql.numbers(String.join(" UNION ALL ", questions));
  }

  /** The tables that stayed empty, each with the server's reason. */
  List<String> insert(Connection connection) {
    ScratchSql sql = new ScratchSql(connection);
    List<String> empty = new ArrayList<>();
    for (Table table : ordered()) {
      insert(table, sql).ifPresent(reason -> empty.add(table.name() + ": " + reason));
    }
    connection.commit();
    return empty;
  }

  /**
   * Referenced tables first; in a circle the order of names, and null for what is not there yet.
   */
  private List<Table> ordered() {
    Map<QualifiedName, Table> byName =
        schema.tables().stream().collect(Collectors.toMap(Table::name, each -> each));
    TopologicalSort<Table> sort =
        TopologicalSort.of(
            schema.tables(),
            table ->
                table.foreignKeys().stream()
                    .filter(key -> byName.containsKey(key.target()))
                    .map(key -> byName.get(key.target()))
                    .toList());
    List<Table> ordered = new ArrayList<>(sort.sorted());
    ordered.addAll(sort.cyclic());
    return ordered;
  }

  /** All rows at once, and where one of them is refused, one by one. */
  private Optional<String> insert(Table table, ScratchSql sql) {
    List<String> rows = new ArrayList<>();
    for (int row = 1; row <= perTable; row++) {
      rows.add(statement(table, row));
    }
    if (attempt(sql, String.join(";", rows)).isEmpty()) {
      return Optional.empty();
    }
    String refusal = null;
    boolean any = false;
    for (String row : rows) {
      Optional<String> refused = attempt(sql, row);
      any |= refused.isEmpty();
      refusal = refused.orElse(refusal);
    }
    return any ? Optional.empty() : Optional.ofNullable(refusal);
  }

  /** The server's first line when it refuses. */
  private static Optional<String> attempt(ScratchSql sql, String statement) {
    sql.run("SAVEPOINT sample");
    try {
      sql.run(statement);
      sql.run("RELEASE SAVEPOINT sample");
      return Optional.empty();
    } catch (DatabaseException refused) {
      sql.run("ROLLBACK TO SAVEPOINT sample");
      return Optional.of(FirstLine.of(refused));
    }
  }

  private String statement(Table table, int row) {
    Map<String, String> references = references(table, row);
    List<String> columns = new ArrayList<>();
    List<String> literals = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.computed() != null || column.identity() != null) {
        continue;
      }
      boolean leftNull = column.nullable() && row % NULL_EVERY == 0;
      if (column.serverDefault() != null && !leftNull && !references.containsKey(column.name())) {
        continue;
      }
      columns.add(quoter.quote(column.name()));
      literals.add(leftNull ? "NULL" : value(column, row, references));
    }
    String target = "INSERT INTO " + quoter.quote(table.name());
    return columns.isEmpty()
        ? target + " DEFAULT VALUES"
        : target + columnList(columns) + " VALUES (" + String.join(", ", literals) + ")";
  }

  private static String columnList(List<String> columns) {
    return " (" + String.join(", ", columns) + ")";
  }

  private String value(Column column, int row, Map<String, String> references) {
    String reference = references.get(column.name());
    return reference == null ? dialect.sample(column, values.literal(column, row)) : reference;
  }

  /**
   * The columns of foreign keys, each as the value of the target's row of the same number; where
   * the target has fewer rows, from its beginning again.
   */
  private Map<String, String> references(Table table, int row) {
    Map<String, String> references = new HashMap<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (key.target().equals(table.name())) {
        selfReference(table, key, references);
        continue;
      }
      List<String> order = key.targetColumns().stream().map(quoter::quote).toList();
      for (int at = 0; at < key.columns().size(); at++) {
        references.putIfAbsent(
            key.columns().get(at),
            "(SELECT "
                + order.get(at)
                + " FROM "
                + quoter.quote(key.target())
                + " ORDER BY "
                + String.join(", ", order)
                + " LIMIT 1 OFFSET "
                + (row - 1)
                + " % "
                + dialect.greater("1", "(SELECT count(*) FROM " + quoter.quote(key.target()) + ")")
                + ")");
      }
    }
    return references;
  }

  /** A row that must point to its own table points to itself, by having the value of its key. */
  private static void selfReference(Table table, ForeignKey key, Map<String, String> references) {
    for (String name : key.columns()) {
      table
          .column(name)
          .filter(Column::nullable)
          .ifPresent(column -> references.putIfAbsent(name, "NULL"));
    }
  }
}
