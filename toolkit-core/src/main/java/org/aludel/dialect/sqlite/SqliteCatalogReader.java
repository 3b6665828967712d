package org.aludel.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aludel.dialect.FailedStatement;
import org.aludel.reflect.CatalogReader;
import org.aludel.reflect.ObjectFilter;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UncoveredObject;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema of a database file: one statement, since SQLite keeps the text of each object.
 * Attached databases are not read. Virtual tables, and clauses such as {@code STRICT}, are reported
 * as not covered.
 */
final class SqliteCatalogReader implements CatalogReader {
  /** The tables of SQLite itself begin with {@code sqlite_}. Source: SQLite, the schema table. */
  private static final String SCHEMA =
      """
      SELECT type, name, tbl_name, sql FROM sqlite_schema
      WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql IS NOT NULL ORDER BY name\
      """;

  private record Entry(String type, String name, String table, String sql) {}

  @Override
  public MetaData read(Connection connection, ReflectOptions options) {
    List<Entry> entries = entries(connection);
    ObjectFilter filter = ObjectFilter.of(options);
    Map<String, List<Index>> indexes = indexes(entries, filter);
    Map<String, SqliteTableText> texts = new LinkedHashMap<>();
    List<UncoveredObject> uncovered = new ArrayList<>();
    for (Entry entry : entries) {
      QualifiedName name = QualifiedName.of(entry.name());
      if (!entry.type().equals("table") || !filter.admits("table", name)) {
        continue;
      }
      if (new SqliteTokens(entry.sql()).sees("CREATE", "VIRTUAL")) {
        uncovered.add(new UncoveredObject("virtual table", name));
      } else {
        SqliteTableText text = SqliteTableText.read(name, entry.sql());
        texts.put(lower(entry.name()), text);
        uncovered.addAll(text.uncovered());
      }
    }
    List<Table> tables =
        texts.values().stream()
            .map(
                text ->
                    text.table(
                        other -> Optional.ofNullable(texts.get(lower(other.name()))),
                        indexes.getOrDefault(lower(text.name().name()), List.of())))
            .toList();
    return MetaData.empty()
        .copy()
        .tables(tables)
        .views(views(connection, entries, filter))
        .definedObjects(triggers(entries, filter))
        .uncovered(uncovered)
        .build();
  }

  private static Map<String, List<Index>> indexes(List<Entry> entries, ObjectFilter filter) {
    Map<String, List<Index>> indexes = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.type().equals("index") && filter.admits("index", QualifiedName.of(entry.name()))) {
        indexes
            .computeIfAbsent(lower(entry.table()), table -> new ArrayList<>())
            .add(SqliteIndexText.read(entry.name(), entry.sql()));
      }
    }
    return indexes;
  }

  private static List<View> views(Connection connection, List<Entry> entries, ObjectFilter filter) {
    Map<String, List<Column>> columns = null;
    List<View> views = new ArrayList<>();
    for (Entry entry : entries) {
      QualifiedName name = QualifiedName.of(entry.name());
      if (entry.type().equals("view") && filter.admits("view", name)) {
        columns = columns == null ? columnsOfViews(connection) : columns;
        views.add(
            new View(
                name,
                definition(entry.sql()),
                columns.getOrDefault(entry.name(), List.of()),
                Map.of(),
                null,
                null));
      }
    }
    return views;
  }

  /** What stands behind AS. */
  private static String definition(String sql) {
    SqliteTokens tokens = new SqliteTokens(sql);
    while (!tokens.takes("AS") && !tokens.atEnd()) {
      tokens.take();
    }
    return tokens.rest();
  }

  private static List<DefinedObject> triggers(List<Entry> entries, ObjectFilter filter) {
    return entries.stream()
        .filter(one -> one.type().equals("trigger"))
        .filter(one -> filter.admits("trigger", QualifiedName.of(one.name())))
        .map(
            one ->
                new DefinedObject(
                    new ObjectReference(
                        ObjectKind.TRIGGER, QualifiedName.of(one.table()), one.name()),
                    one.sql(),
                    List.of(),
                    null))
        .toList();
  }

  private static List<Entry> entries(Connection connection) {
    return rows(
        connection,
        SCHEMA,
        row -> new Entry(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  private static Map<String, List<Column>> columnsOfViews(Connection connection) {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    rows(
        connection,
        "SELECT v.name, c.name, c.type FROM sqlite_schema v, pragma_table_xinfo(v.name) c"
            + " WHERE v.type = 'view' ORDER BY v.name, c.cid",
        row ->
            columns
                .computeIfAbsent(row.getString(1), view -> new ArrayList<>())
                .add(Column.of(row.getString(2), SqliteTypes.declared(text(row, 3)))));
    return columns;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  @Override
  public Set<ObjectReference> existing(Connection connection, Collection<ObjectReference> wanted) {
    if (wanted.isEmpty()) {
      return Set.of();
    }
    MetaData all = read(connection, ReflectOptions.of("main"));
    Set<ObjectReference> there = new HashSet<>();
    for (Table table : all.tables()) {
      there.add(table.reference());
      for (Column column : table.columns()) {
        there.add(ObjectReference.column(table.name(), column.name()));
      }
      for (Constraint constraint : table.constraints()) {
        there.add(ObjectReference.constraint(table.name(), constraint.name().text()));
      }
      for (Index index : table.indexes()) {
        there.add(ObjectReference.index(table.name(), index.name().text()));
      }
    }
    all.views().forEach(view -> there.add(view.reference()));
    Set<ObjectReference> found = new HashSet<>(wanted);
    found.retainAll(there);
    return found;
  }

  @FunctionalInterface
  private interface RowOf<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T extends @Nullable Object> List<T> rows(
      Connection connection, String sql, RowOf<T> reader) {
    List<T> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException failure) {
      throw SqliteErrors.translate(failure, FailedStatement.of(sql));
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
