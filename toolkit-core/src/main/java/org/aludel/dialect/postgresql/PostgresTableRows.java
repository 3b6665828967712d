package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.schema.Column;
import org.aludel.schema.CompositeType;
import org.aludel.schema.Computed;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.View;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Rows about tables, views and composite types, and their columns; constraints and indexes are
 * handed in by their readers.
 */
final class PostgresTableRows {
  private static final Comparator<PostgresRelationDraft> BY_NAME =
      Comparator.comparing(PostgresRelationDraft::name);

  private final PostgresCatalogScope scope;
  private final PostgresObjectIndex index;
  private final PostgresSequenceRows sequences;
  private final Map<Long, PostgresRelationDraft> drafts = new HashMap<>();
  private final Map<Long, List<PostgresRelationDraft>> partitions = new HashMap<>();
  private final Map<QualifiedName, Long> oids = new HashMap<>();

  /** Names of columns by table and number, of filtered tables too: foreign keys may lead there. */
  private final Map<Long, Map<Integer, String>> columnNames = new HashMap<>();

  PostgresTableRows(
      PostgresCatalogScope scope, PostgresObjectIndex index, PostgresSequenceRows sequences) {
    this.scope = scope;
    this.index = index;
    this.sequences = sequences;
  }

  PostgresSequenceRows sequences() {
    return sequences;
  }

  void addRelation(ResultSet row) throws SQLException {
    QualifiedName name =
        scope.name(row.getString("schema"), PostgresCatalogSession.text(row, "name"));
    ObjectReference reference = ObjectReference.of(kind(row), name);
    if (!scope.admits(reference.kind().label(), name)) {
      return;
    }
    long oid = row.getLong("oid");
    PostgresRelationDraft draft = new PostgresRelationDraft(name, row);
    drafts.put(oid, draft);
    oids.put(name, oid);
    if (draft.isPartition()) {
      partitions.computeIfAbsent(draft.parents().get(0), key -> new ArrayList<>()).add(draft);
    }
    index.add(PostgresObjectIndex.CLASS, oid, reference);
    index.addType(row.getLong("type_oid"), row.getLong("array_oid"), reference);
    scope.addUncovered(PostgresCatalogSession.texts(row, "uncovered"), name);
  }

  private static ObjectKind kind(ResultSet row) throws SQLException {
    return switch (PostgresCatalogSession.text(row, "kind")) {
      case "v" -> ObjectKind.VIEW;
      case "m" -> ObjectKind.MATERIALIZED_VIEW;
      case "c" -> ObjectKind.COMPOSITE_TYPE;
      default -> ObjectKind.TABLE;
    };
  }

  /** The relation of that oid, or null when it is filtered out. */
  @Nullable PostgresRelationDraft draft(long oid) {
    return drafts.get(oid);
  }

  void addColumn(ResultSet row) throws SQLException {
    long oid = row.getLong("table_oid");
    int number = row.getInt("number");
    String name = PostgresCatalogSession.text(row, "name");
    columnNames.computeIfAbsent(oid, key -> new HashMap<>()).put(number, name);
    PostgresRelationDraft draft = drafts.get(oid);
    if (draft == null) {
      return;
    }
    index.addColumn(oid, number, name);
    String type = PostgresTypeNames.canonical(PostgresCatalogSession.text(row, "type"));
    Column column =
        Column.of(name, SqlTypes.named(type))
            .withNullable(!row.getBoolean("not_null"))
            .withCollation(row.getString("collation"))
            .withComment(row.getString("comment"))
            .withOptions(options(row))
            .withInherited(row.getBoolean("inherited"));
    String identity = PostgresCatalogSession.text(row, "identity");
    if (!identity.isEmpty()) {
      column = column.withIdentity(sequences.identity(oid, number, identity.equals("a")));
      if (sequences.hasOtherType(oid, number, type)) {
        scope.addUncovered(List.of("identity sequence type"), draft.name(), name);
      }
    }
    draft.add(row.getBoolean("has_expression") ? withExpression(column, row, draft) : column);
  }

  private static Column.Options options(ResultSet row) throws SQLException {
    int target = row.getInt("statistics");
    Integer statistics = row.wasNull() ? null : Integer.valueOf(target);
    return new Column.Options(
        storage(row.getString("storage")),
        compression(row.getString("compression")),
        statistics,
        PostgresCatalogSession.options(row, "parameters"));
  }

  /** Source: PostgreSQL 18, pg_type.typstorage. */
  private static @Nullable String storage(@Nullable String letter) {
    return letter == null
        ? null
        : switch (letter) {
          case "p" -> "plain";
          case "e" -> "external";
          case "m" -> "main";
          default -> "extended";
        };
  }

  /** Source: PostgreSQL 18, pg_attribute.attcompression. */
  private static @Nullable String compression(@Nullable String letter) {
    return letter == null ? null : letter.equals("p") ? "pglz" : "lz4";
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
  private Column withExpression(Column column, ResultSet row, PostgresRelationDraft draft)
      throws SQLException {
    index.add(
        PostgresObjectIndex.EXPRESSION,
        row.getLong("expression_oid"),
        ObjectReference.column(draft.name(), column.name()));
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

  private Stream<PostgresRelationDraft> drafts(String kinds) {
    return drafts.values().stream().filter(one -> kinds.contains(one.kind())).sorted(BY_NAME);
  }

  /** Tables with the partitions below them; a partition whose table is left out is reported. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    drafts("rp")
        .forEach(
            draft -> {
              if (!draft.isPartition()) {
                tables.add(table(draft));
              } else if (!drafts.containsKey(draft.parents().get(0))) {
                scope.addUncovered("partition", draft.name());
              }
            });
    return tables;
  }

  private Table table(PostgresRelationDraft draft) {
    List<Partitioning.Partition> below =
        partitions.getOrDefault(oids.getOrDefault(draft.name(), 0L), List.of()).stream()
            .sorted(BY_NAME)
            .map(one -> new Partitioning.Partition(one.bound(), table(one)))
            .toList();
    return draft.table(draft.isPartition() ? List.of() : parents(draft), below);
  }

  private List<QualifiedName> parents(PostgresRelationDraft draft) {
    List<QualifiedName> names = new ArrayList<>();
    for (Long oid : draft.parents()) {
      PostgresRelationDraft parent = drafts.get(oid);
      if (parent == null) {
        scope.addUncovered("inherited table", draft.name());
      } else {
        names.add(parent.name());
      }
    }
    return names;
  }

  List<View> views() {
    return drafts("vm").map(PostgresRelationDraft::view).toList();
  }

  List<CompositeType> compositeTypes() {
    return drafts("c").map(PostgresRelationDraft::compositeType).toList();
  }
}
