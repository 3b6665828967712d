package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.TableDdl;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/** The statements about how a table is kept. */
record OptionPlan(QualifiedName table) {

  /** What CREATE TABLE cannot say. */
  List<DdlStatement> created(Table created) {
    List<DdlStatement> statements = new ArrayList<>();
    for (Column column : inOrder(created)) {
      if (column.inherited()) {
        inherited(column, statements);
      }
      if (!column.options().equals(Column.Options.DEFAULT)) {
        statements.add(new ColumnDdl.SetColumnOptions(table, column.name(), column.options()));
      }
    }
    Table.Options said =
        new Table.Options(
            created.options().unlogged(),
            created.options().storage(),
            created.options().accessMethod(),
            Table.Options.DEFAULT.rowSecurity(),
            null,
            null);
    statements.addAll(change(said, created.options()));
    return statements;
  }

  /** Inherited columns by name: their order is the parents' and may be another one by then. */
  private static List<Column> inOrder(Table created) {
    List<Column> columns = new ArrayList<>();
    created.columns().stream()
        .filter(Column::inherited)
        .sorted(Comparator.comparing(Column::name))
        .forEach(columns::add);
    created.columns().stream().filter(each -> !each.inherited()).forEach(columns::add);
    return columns;
  }

  /** A parent's column may have another default there; the server takes the same one again. */
  private void inherited(Column column, List<DdlStatement> statements) {
    String sql = column.serverDefault();
    if (column.computed() == null) {
      statements.add(
          sql == null
              ? new ColumnDdl.DropDefault(table, column.name())
              : new ColumnDdl.SetDefault(table, column.name(), sql));
    }
    if (!column.nullable()) {
      statements.add(new ColumnDdl.SetNotNull(table, column.name()));
    }
  }

  List<DdlStatement> change(Table.Options from, Table.Options to) {
    List<DdlStatement> statements = new ArrayList<>();
    if (from.unlogged() != to.unlogged()) {
      statements.add(new TableDdl.SetLogged(table, !to.unlogged()));
    }
    if (!from.storage().equals(to.storage())) {
      statements.add(new TableDdl.SetStorage(table, from.storage(), to.storage()));
    }
    if (!Objects.equals(from.accessMethod(), to.accessMethod())) {
      statements.add(new TableDdl.SetAccessMethod(table, to.accessMethod()));
    }
    if (!from.rowSecurity().equals(to.rowSecurity())) {
      statements.add(new TableDdl.SetRowSecurity(table, to.rowSecurity()));
    }
    if (!Objects.equals(from.replicaIdentity(), to.replicaIdentity())) {
      statements.add(new TableDdl.SetReplicaIdentity(table, to.replicaIdentity()));
    }
    if (!Objects.equals(from.clusterIndex(), to.clusterIndex())) {
      statements.add(new TableDdl.ClusterOn(table, to.clusterIndex()));
    }
    keys(from.keyStorage(), to.keyStorage(), statements);
    return statements;
  }

  private void keys(
      Map<String, Map<String, String>> from,
      Map<String, Map<String, String>> to,
      List<DdlStatement> statements) {
    SortedSet<String> names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    for (String name : names) {
      Map<String, String> old = from.getOrDefault(name, Map.of());
      Map<String, String> wanted = to.getOrDefault(name, Map.of());
      if (!old.equals(wanted)) {
        statements.add(new IndexDdl.SetIndexStorage(DdlPlan.index(table, name), old, wanted));
      }
    }
  }
}
