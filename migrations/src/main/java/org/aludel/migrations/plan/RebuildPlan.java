package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.CreateOrder;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.TableDdl;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.migrations.rebuild.RowRoute;
import org.aludel.migrations.rows.RowRules;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.Partitioning;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;

/**
 * The statements that make tables anew: looks at the rows before anything is done, the old tables
 * under other names, the new ones, the rows, and what would refuse or hide rows on the way last.
 */
final class RebuildPlan {
  private static final String OLD = "__old";

  private final RebuildOperation rebuild;
  private final IdentifierQuoter quoter;
  private final List<DdlStatement> statements = new ArrayList<>();
  private final Map<QualifiedName, QualifiedName> aside = new HashMap<>();
  private final List<MovedRows> moves;

  RebuildPlan(RebuildOperation rebuild, IdentifierQuoter quoter, RowRules rows) {
    this.rebuild = rebuild;
    this.quoter = quoter;
    for (Table table : rebuild.before().all()) {
      aside.put(table.name(), spare(table.name()));
    }
    moves = RowRoute.of(rebuild).stream().map(each -> new MovedRows(each, quoter, rows)).toList();
  }

  List<DdlStatement> statements() {
    statements.add(
        new RawSql(
            "LOCK TABLE "
                + rebuild.before().tables().stream()
                    .map(each -> quoter.quote(each.name()))
                    .collect(Collectors.joining(", "))
                + " IN ACCESS EXCLUSIVE MODE"));
    moves.forEach(each -> statements.addAll(each.looks()));
    rebuild.before().all().forEach(this::setAside);
    statements.addAll(created());
    moves.forEach(each -> statements.add(each.insert(old(each.route().source().name()))));
    rebuild.after().tables().forEach(this::positions);
    if (!moves.isEmpty()) {
      statements.add(MovedRows.check(moves, this::old, quoter));
    }
    afterRows();
    List<Table> leaving = new ArrayList<>(rebuild.before().tables());
    Collections.reverse(leaving);
    leaving.forEach(each -> statements.add(new TableDdl.DropTable(old(each.name()))));
    return statements;
  }

  /** The name of an old table by now. */
  private QualifiedName old(QualifiedName table) {
    return Objects.requireNonNull(aside.get(table));
  }

  private QualifiedName spare(QualifiedName name) {
    return new QualifiedName(name.schema(), SpareName.of(quoter, name.name(), OLD));
  }

  /** Frees all names, and lets the owner see all rows although the policies are gone by now. */
  private void setAside(Table table) {
    Table.RowSecurity security = table.options().rowSecurity();
    if (security.forced()) {
      statements.add(
          new TableDdl.SetRowSecurity(
              table.name(), new Table.RowSecurity(security.enabled(), false)));
    }
    table.constraints().stream()
        .filter(RebuildPlan::ownsIndex)
        .forEach(each -> renameIndex(table, each.name().text()));
    table.indexes().forEach(each -> renameIndex(table, each.name().text()));
    QualifiedName name = old(table.name());
    statements.add(new TableDdl.RenameTable(table.name(), name.name()));
    for (Column column : table.columns()) {
      if (column.identity() != null && isWhole(rebuild.before(), table)) {
        statements.add(renameCounter(name, column.name()));
      }
    }
  }

  private static boolean ownsIndex(Constraint constraint) {
    return constraint instanceof PrimaryKey
        || constraint instanceof UniqueConstraint
        || constraint instanceof ExcludeConstraint;
  }

  private void renameIndex(Table table, String index) {
    QualifiedName name = DdlPlan.index(table.name(), index);
    statements.add(new IndexDdl.RenameIndex(name, spare(name).name()));
  }

  /** The partitions share the identity of the whole. */
  private static boolean isWhole(RebuildOperation.Side side, Table table) {
    return side.tables().contains(table);
  }

  /** The server chose the name of an identity's sequence. */
  private DdlStatement renameCounter(QualifiedName table, String column) {
    return new RawSql(
        "DO $aludel$BEGIN EXECUTE format('ALTER SEQUENCE %s RENAME TO %I', "
            + "pg_get_serial_sequence("
            + SqlLiteral.text(quoter.quote(table))
            + ", "
            + SqlLiteral.text(column)
            + "), "
            + SqlLiteral.text(counter(table, column).name())
            + "); END$aludel$");
  }

  private QualifiedName counter(QualifiedName table, String column) {
    return new QualifiedName(
        table.schema(), SpareName.of(quoter, table.name() + "_" + column, "_seq"));
  }

  private List<DdlStatement> created() {
    MetaData made =
        MetaData.ofTables(rebuild.after().tables().stream().map(RebuildPlan::bare).toList())
            .withSequences(rebuild.after().owned());
    return CreateOrder.createAll(made);
  }

  /** Without what rows come before. */
  private static Table bare(Table table) {
    Partitioning divided = table.partitioning();
    Table.Options options = table.options();
    return table
        .withConstraints(
            table.constraints().stream().filter(each -> !comesAfterRows(each)).toList())
        .withOptions(
            new Table.Options(
                options.unlogged(),
                options.storage(),
                options.accessMethod(),
                new Table.RowSecurity(options.rowSecurity().enabled(), false),
                options.replicaIdentity(),
                options.clusterIndex(),
                options.keyStorage()))
        .withPartitioning(
            divided == null
                ? null
                : divided.withPartitions(
                    divided.partitions().stream()
                        .map(each -> new Partitioning.Partition(each.bound(), bare(each.table())))
                        .toList()));
  }

  private static boolean comesAfterRows(Constraint constraint) {
    return constraint instanceof ForeignKey || !constraint.validated();
  }

  /** An identity goes on where it was, or behind the rows where there was none. */
  private void positions(Table table) {
    Optional<Table> old =
        rebuild.before().tables().stream()
            .filter(each -> each.name().equals(table.name()))
            .findFirst();
    for (Column column : table.columns()) {
      if (column.identity() != null) {
        boolean counted =
            old.flatMap(each -> each.column(column.name()))
                .filter(each -> each.identity() != null)
                .isPresent();
        statements.add(
            counted
                ? takePosition(table.name(), column.name())
                : new SequencePosition(quoter)
                    .behindRows(table.name(), column.name(), column.identity().options()));
      }
    }
  }

  private DdlStatement takePosition(QualifiedName table, String column) {
    return new RawSql(
        "SELECT setval(pg_get_serial_sequence("
            + SqlLiteral.text(quoter.quote(table))
            + ", "
            + SqlLiteral.text(column)
            + "), last_value, is_called) FROM "
            + quoter.quote(counter(old(table), column)));
  }

  /** Partitions first: what their whole has in common with them is not checked again. */
  private void afterRows() {
    for (Table root : rebuild.after().tables()) {
      List<Table> upwards = new ArrayList<>(root.tree());
      Collections.reverse(upwards);
      for (Table table : upwards) {
        table.constraints().stream()
            .filter(RebuildPlan::comesAfterRows)
            .forEach(each -> add(table.name(), each));
        if (table.options().rowSecurity().forced()) {
          statements.add(new TableDdl.SetRowSecurity(table.name(), table.options().rowSecurity()));
        }
      }
    }
  }

  private void add(QualifiedName table, Constraint constraint) {
    statements.add(new ConstraintDdl.AddConstraint(table, constraint));
    DdlPlan.comment(statements, DdlPlan.target(table, constraint), constraint.comment());
  }
}
