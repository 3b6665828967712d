package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Rows about tables and their columns; constraints and indexes are handed in by their readers. */
final class PostgresTableRows {
  /** A table being put together. */
  static final class Draft {
    private final QualifiedName name;
    private final @Nullable String comment;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();

    private Draft(QualifiedName name, @Nullable String comment) {
      this.name = name;
      this.comment = comment;
    }

    QualifiedName name() {
      return name;
    }

    void add(Constraint constraint) {
      constraints.add(constraint);
    }

    void add(Index index) {
      indexes.add(index);
    }

    private Table table() {
      constraints.sort(PostgresConstraintRows.ORDER);
      indexes.sort(Comparator.comparing(index -> index.name().text()));
      return new Table(name, columns, constraints, indexes, comment);
    }
  }

  private final PostgresCatalogScope scope;
  private final Map<Long, Draft> drafts = new HashMap<>();

  /** Names of columns by table and number, of filtered tables too: foreign keys may lead there. */
  private final Map<Long, Map<Integer, String>> columnNames = new HashMap<>();

  PostgresTableRows(PostgresCatalogScope scope) {
    this.scope = scope;
  }

  void addTable(ResultSet row) throws SQLException {
    QualifiedName name =
        scope.name(row.getString("schema"), PostgresCatalogSession.text(row, "name"));
    if (scope.admits("table", name)) {
      drafts.put(row.getLong("oid"), new Draft(name, row.getString("comment")));
      scope.addUncovered(PostgresCatalogSession.texts(row, "uncovered"), name);
    }
  }

  /** The table of that oid, or null when it is filtered out. */
  @Nullable Draft draft(long oid) {
    return drafts.get(oid);
  }

  void addColumn(ResultSet row, PostgresSequenceRows sequences) throws SQLException {
    long oid = row.getLong("table_oid");
    String name = PostgresCatalogSession.text(row, "name");
    columnNames.computeIfAbsent(oid, key -> new HashMap<>()).put(row.getInt("number"), name);
    Draft draft = drafts.get(oid);
    if (draft == null) {
      return;
    }
    String type = PostgresTypeNames.canonical(PostgresCatalogSession.text(row, "type"));
    Column column =
        Column.of(name, SqlTypes.named(type))
            .withNullable(!row.getBoolean("not_null"))
            .withCollation(row.getString("collation"))
            .withComment(row.getString("comment"));
    scope.addUncovered(PostgresCatalogSession.texts(row, "uncovered"), draft.name(), name);
    String identity = PostgresCatalogSession.text(row, "identity");
    if (!identity.isEmpty()) {
      int number = row.getInt("number");
      column = column.withIdentity(sequences.identity(oid, number, identity.equals("a")));
      if (sequences.hasOtherType(oid, number, type)) {
        scope.addUncovered(List.of("identity sequence type"), draft.name(), name);
      }
    }
    draft.columns.add(
        row.getBoolean("has_expression") ? withExpression(column, row, draft) : column);
  }

  /** The names of columns of a table that has been read, filtered out or not. */
  List<String> columnNames(long table, List<Integer> numbers) {
    Map<Integer, String> names = columnNames.getOrDefault(table, Map.of());
    List<String> found = new ArrayList<>();
    for (Integer number : numbers) {
      String name = names.get(number);
      if (name == null) {
        throw PostgresCatalogNames.changed(
            "column number " + number, QualifiedName.of("table with oid " + table));
      }
      found.add(name);
    }
    return found;
  }

  /** A default stays as the server writes it; a generated column has its expression there. */
  private static Column withExpression(Column column, ResultSet row, Draft draft)
      throws SQLException {
    String text = row.getString("expression");
    String generated = PostgresCatalogSession.text(row, "generated");
    if (generated.isEmpty()) {
      PostgresCatalogNames.expression(text, "default of column " + column.name(), draft.name());
      return column.withServerDefault(text);
    }
    String expression =
        PostgresCatalogNames.expression(text, "column " + column.name(), draft.name());
    return column.withComputed(new Computed(expression, generated.equals("s")));
  }

  List<Table> tables() {
    return drafts.values().stream()
        .sorted(Comparator.comparing(Draft::name))
        .map(Draft::table)
        .toList();
  }
}
