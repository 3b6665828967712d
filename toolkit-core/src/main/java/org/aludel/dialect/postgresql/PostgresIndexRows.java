package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aludel.compile.SqlLiteral;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Rows about indexes and their keys, those behind constraints included. */
final class PostgresIndexRows {
  /** Bits of pg_index.indoption. Source: PostgreSQL's pg_index.h. */
  private static final int DESCENDING = 1;

  private static final int NULLS_FIRST = 2;

  /**
   * An index as read, before it is known whether a constraint owns it.
   *
   * @param keyColumns how many of the columns are keys, the others being payload
   */
  record Found(
      PostgresRelationDraft table,
      String name,
      boolean unique,
      String method,
      int keyColumns,
      @Nullable String predicate,
      boolean nullsNotDistinct,
      Map<String, String> storage,
      boolean valid,
      @Nullable String comment,
      List<IndexElement> elements,
      List<String> include,
      List<String> uncovered,
      SortedMap<Integer, Integer> statistics,
      boolean attached) {

    private Index index() {
      return new Index(
          ConstraintName.given(name),
          unique,
          method,
          elements,
          include,
          predicate,
          nullsNotDistinct,
          storage,
          comment,
          valid,
          statistics,
          attached);
    }
  }

  private final PostgresCatalogScope scope;
  private final PostgresObjectIndex objects;
  private final PostgresTableRows tables;
  private final Map<Long, Found> found = new HashMap<>();
  private final Set<Long> owned = new HashSet<>();

  PostgresIndexRows(
      PostgresCatalogScope scope, PostgresObjectIndex objects, PostgresTableRows tables) {
    this.scope = scope;
    this.objects = objects;
    this.tables = tables;
  }

  void add(ResultSet row) throws SQLException {
    PostgresRelationDraft table = tables.draft(row.getLong("table_oid"));
    if (table == null) {
      return;
    }
    String name = PostgresCatalogSession.text(row, "name");
    String predicate =
        row.getBoolean("partial")
            ? PostgresCatalogNames.expression(
                row.getString("predicate"), "predicate of index " + name, table.name())
            : null;
    if (row.getBoolean("clustered")) {
      table.clusterOn(name);
    }
    if (row.getBoolean("replica_identity")) {
      table.identifyBy(name);
    }
    long oid = row.getLong("oid");
    objects.add(PostgresObjectIndex.CLASS, oid, ObjectReference.index(table.name(), name));
    found.put(
        oid,
        new Found(
            table,
            name,
            row.getBoolean("is_unique"),
            PostgresCatalogSession.text(row, "method"),
            row.getInt("key_columns"),
            predicate,
            row.getBoolean("nulls_not_distinct"),
            PostgresCatalogSession.options(row, "storage"),
            row.getBoolean("valid"),
            row.getString("comment"),
            new ArrayList<>(),
            new ArrayList<>(),
            PostgresCatalogSession.texts(row, "uncovered"),
            statistics(row),
            row.getBoolean("attached")));
  }

  private static SortedMap<Integer, Integer> statistics(ResultSet row) throws SQLException {
    SortedMap<Integer, Integer> targets = new TreeMap<>();
    PostgresCatalogSession.options(row, "statistics")
        .forEach((key, target) -> targets.put(Integer.valueOf(key), Integer.valueOf(target)));
    return targets;
  }

  void addKey(ResultSet row) throws SQLException {
    Found index = found.get(row.getLong("index_oid"));
    if (index == null) {
      return;
    }
    String column = row.getString("column");
    if (column != null && index.elements.size() == index.keyColumns) {
      index.include.add(column);
      return;
    }
    String expression =
        row.getBoolean("computed")
            ? PostgresCatalogNames.expression(
                row.getString("expression"), "index " + index.name, index.table.name())
            : null;
    int option = row.getInt("option");
    index.elements.add(
        new IndexElement(
            column,
            expression,
            row.getString("collation"),
            operatorClass(
                row.getString("operator_class"), PostgresCatalogSession.texts(row, "parameters")),
            (option & DESCENDING) != 0,
            (option & NULLS_FIRST) != 0));
  }

  /** Parameters are written as the server does: {@code gist_trgm_ops (siglen='32')}. */
  private static @Nullable String operatorClass(@Nullable String name, List<String> parameters) {
    if (name == null || parameters.isEmpty()) {
      return name;
    }
    List<String> written = new ArrayList<>();
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      written.add(
          parameter.substring(0, equals + 1) + SqlLiteral.text(parameter.substring(equals + 1)));
    }
    return name + " (" + String.join(", ", written) + ")";
  }

  /** The index behind a constraint; from now on it is no index of its own. */
  @Nullable Found own(long oid) {
    owned.add(oid);
    return found.get(oid);
  }

  /** Hands the indexes that no constraint owns to their tables. */
  void finish() {
    found.forEach(
        (oid, index) -> {
          QualifiedName name = new QualifiedName(index.table.name().schema(), index.name);
          scope.addUncovered(index.uncovered, name);
          if (!owned.contains(oid)) {
            if (scope.admits("index", name)) {
              index.table.add(index.index());
            }
          } else {
            if (!index.storage.isEmpty() && !index.table.keepKey(index.name, index.storage)) {
              scope.addUncovered("index storage parameters", name);
            }
            if (index.comment != null) {
              scope.addUncovered("comment of index", name);
            }
          }
        });
  }
}
