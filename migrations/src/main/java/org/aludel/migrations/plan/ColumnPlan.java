package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.CommentTarget;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.SequenceDdl;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.rows.NewColumn;
import org.aludel.migrations.rows.RowRules;
import org.aludel.migrations.rows.RowStatements;
import org.aludel.schema.Column;
import org.aludel.schema.Identity;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.jspecify.annotations.Nullable;

/** The statements of operations on columns. */
record ColumnPlan(IdentifierQuoter quoter, RowRules rows)
    implements ColumnOperation.Visitor<List<DdlStatement>> {
  @Override
  public List<DdlStatement> visitAdd(ColumnOperation.Add operation) {
    List<DdlStatement> statements = new ArrayList<>();
    Sequence owned = operation.owned();
    if (owned != null) {
      DdlPlan.create(statements, owned);
    }
    if (rows.looks() && NewColumn.needsValue(operation)) {
      addFilled(statements, operation);
    } else {
      add(statements, operation.table(), operation.column());
    }
    if (owned != null) {
      statements.add(new SequenceDdl.SetSequenceOwner(owned.name(), owned.owner()));
    }
    return statements;
  }

  /** A column whose rows get what a person said, or that is added to no rows at all. */
  private void addFilled(List<DdlStatement> statements, ColumnOperation.Add operation) {
    QualifiedName table = operation.table();
    Column column = operation.column();
    RowStatements row = new RowStatements(quoter);
    String value = rows.fill(table, column.name()).orElse(null);
    if (value == null) {
      statements.add(row.refuseRows(table, column.name()));
      add(statements, table, column);
      return;
    }
    add(statements, table, column.withNullable(true));
    statements.add(row.fill(table, column.name(), value));
    statements.add(new ColumnDdl.SetNotNull(table, column.name()));
  }

  @Override
  public List<DdlStatement> visitDrop(ColumnOperation.Drop operation) {
    return List.of(new ColumnDdl.DropColumn(operation.table(), operation.column().name()));
  }

  @Override
  public List<DdlStatement> visitRename(ColumnOperation.Rename operation) {
    return List.of(new ColumnDdl.RenameColumn(operation.table(), operation.from(), operation.to()));
  }

  /** As a person says, or as the types want it; null where assignment does it. */
  @Nullable String using(ColumnOperation.AlterType operation) {
    String column = operation.column();
    String said = rows.using(operation.table(), column, operation.to().type().name());
    return said == null
        ? new TypeConversion(operation.from(), operation.to()).using(quoter.quote(column))
        : said;
  }

  /** The default of the old type need not convert, and its text would not be the model's. */
  @Override
  public List<DdlStatement> visitAlterType(ColumnOperation.AlterType operation) {
    QualifiedName table = operation.table();
    String column = operation.column();
    List<DdlStatement> statements = new ArrayList<>();
    if (operation.from().serverDefault() != null) {
      statements.add(new ColumnDdl.DropDefault(table, column));
    }
    statements.add(
        new ColumnDdl.AlterColumnType(
            table, column, operation.to().type(), operation.to().collation(), using(operation)));
    String wanted = operation.to().serverDefault();
    if (wanted != null) {
      statements.add(new ColumnDdl.SetDefault(table, column, wanted));
    }
    return statements;
  }

  @Override
  public List<DdlStatement> visitAlterNullability(ColumnOperation.AlterNullability operation) {
    QualifiedName table = operation.table();
    String column = operation.column();
    if (operation.toNullable()) {
      return List.of(new ColumnDdl.DropNotNull(table, column));
    }
    ColumnDdl strict = new ColumnDdl.SetNotNull(table, column);
    if (!rows.looks()) {
      return List.of(strict);
    }
    RowStatements row = new RowStatements(quoter);
    return List.of(
        rows.fill(table, column)
            .map(value -> row.fill(table, column, value))
            .orElseGet(() -> row.refuseNulls(table, column)),
        strict);
  }

  @Override
  public List<DdlStatement> visitAlterDefault(ColumnOperation.AlterDefault operation) {
    String to = operation.to();
    return List.of(
        to == null
            ? new ColumnDdl.DropDefault(operation.table(), operation.column())
            : new ColumnDdl.SetDefault(operation.table(), operation.column(), to));
  }

  @Override
  public List<DdlStatement> visitAddIdentity(ColumnOperation.AddIdentity operation) {
    QualifiedName table = operation.table();
    String column = operation.column();
    return List.of(
        new ColumnDdl.AddIdentity(table, column, operation.identity()),
        new SequencePosition(quoter).behindRows(table, column, operation.identity().options()));
  }

  @Override
  public List<DdlStatement> visitDropIdentity(ColumnOperation.DropIdentity operation) {
    return List.of(new ColumnDdl.DropIdentity(operation.table(), operation.column()));
  }

  @Override
  public List<DdlStatement> visitAlterIdentity(ColumnOperation.AlterIdentity operation) {
    QualifiedName table = operation.table();
    Identity from = operation.from();
    Identity to = operation.to();
    List<DdlStatement> statements = new ArrayList<>();
    QualifiedName name = sequence(table, operation.column(), from);
    QualifiedName wanted = sequence(table, operation.column(), to);
    if (!name.equals(wanted)) {
      statements.add(new SequenceDdl.RenameSequence(name, wanted.name()));
    }
    if (!from.withSequenceName(null).equals(to.withSequenceName(null))) {
      statements.add(new ColumnDdl.AlterIdentity(table, operation.column(), from, to));
    }
    return statements;
  }

  private static QualifiedName sequence(QualifiedName table, String column, Identity identity) {
    String name = identity.sequenceName();
    return name == null
        ? TableFootprint.identityName(table, column).object()
        : new QualifiedName(table.schema(), name);
  }

  @Override
  public List<DdlStatement> visitChangeComputed(ColumnOperation.ChangeComputed operation) {
    QualifiedName table = operation.table();
    String column = operation.from().name();
    if (!operation.recreates()) {
      return List.of(new ColumnDdl.DropExpression(table, column));
    }
    if (operation.copies()) {
      return copied(table, operation.to());
    }
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new ColumnDdl.DropColumn(table, column));
    add(statements, table, operation.to());
    return statements;
  }

  /**
   * A virtual column has no values to keep, and DROP EXPRESSION refuses it. A change of type to the
   * same type may read it, rewrites the rows and fires no trigger, as an UPDATE would. Source:
   * PostgreSQL 18, ALTER TABLE.
   */
  private List<DdlStatement> copied(QualifiedName table, Column column) {
    String name = column.name();
    String spare = SpareName.of(quoter, name, "__new");
    List<DdlStatement> statements = new ArrayList<>();
    Column plain = Column.of(spare, column.type()).withCollation(column.collation());
    statements.add(new ColumnDdl.AddColumn(table, plain));
    statements.add(
        new ColumnDdl.AlterColumnType(
            table, spare, column.type(), column.collation(), quoter.quote(name)));
    statements.add(new ColumnDdl.DropColumn(table, name));
    statements.add(new ColumnDdl.RenameColumn(table, spare, name));
    if (!column.nullable()) {
      statements.add(new ColumnDdl.SetNotNull(table, name));
    }
    if (!column.options().equals(Column.Options.DEFAULT)) {
      statements.add(new ColumnDdl.SetColumnOptions(table, name, column.options()));
    }
    DdlPlan.comment(statements, CommentTarget.column(table, name), column.comment());
    return statements;
  }

  private static void add(List<DdlStatement> statements, QualifiedName table, Column column) {
    statements.add(new ColumnDdl.AddColumn(table, column));
    if (!column.options().equals(Column.Options.DEFAULT)) {
      statements.add(new ColumnDdl.SetColumnOptions(table, column.name(), column.options()));
    }
    DdlPlan.comment(statements, CommentTarget.column(table, column.name()), column.comment());
  }

  @Override
  public List<DdlStatement> visitAlterOptions(ColumnOperation.AlterOptions operation) {
    return List.of(
        new ColumnDdl.AlterColumnOptions(
            operation.table(),
            operation.column(),
            operation.type(),
            operation.from(),
            operation.to()));
  }
}
