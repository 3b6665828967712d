package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.CommentTarget;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.NamespaceDdl;
import org.aludel.ddl.ObjectStatements;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.SequenceDdl;
import org.aludel.ddl.SetComment;
import org.aludel.ddl.TableDdl;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.CommentOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.CustomOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ExtensionOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.OperationVisitor;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.migrations.operation.RebuildOperation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.migrations.rows.RowRules;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** The statements of each operation, for tables that hold rows. Immutable and thread-safe. */
public final class DdlPlan
    implements OperationVisitor<List<DdlStatement>>,
        NamespaceOperation.Visitor<List<DdlStatement>>,
        ExtensionOperation.Visitor<List<DdlStatement>>,
        SequenceOperation.Visitor<List<DdlStatement>>,
        TableOperation.Visitor<List<DdlStatement>>,
        ConstraintOperation.Visitor<List<DdlStatement>>,
        IndexOperation.Visitor<List<DdlStatement>> {
  private final IdentifierQuoter quoter;
  private final String defaultSchema;
  private final RowRules rows;

  /**
   * Statements that treat rows as their types say.
   *
   * @param defaultSchema by its own name, for statements that must name it
   */
  public DdlPlan(IdentifierQuoter quoter, String defaultSchema) {
    this(quoter, defaultSchema, RowRules.NONE);
  }

  /**
   * @param defaultSchema by its own name, for statements that must name it
   */
  public DdlPlan(IdentifierQuoter quoter, String defaultSchema, RowRules rows) {
    this.quoter = quoter;
    this.defaultSchema = defaultSchema;
    this.rows = rows;
  }

  /** How the statements treat rows. */
  public RowRules rows() {
    return rows;
  }

  /**
   * The statements in the order in which they run; none for what another operation does along the
   * way.
   */
  public List<DdlStatement> statements(Operation operation) {
    return operation.accept(this);
  }

  /** The value of a row under the new type, as SQL over the row. */
  public String value(ColumnOperation.AlterType operation) {
    String using = new ColumnPlan(quoter, rows).using(operation);
    return using == null ? quoter.quote(operation.column()) : using;
  }

  @Override
  public List<DdlStatement> visitNamespace(NamespaceOperation operation) {
    return operation.accept((NamespaceOperation.Visitor<List<DdlStatement>>) this);
  }

  @Override
  public List<DdlStatement> visitExtension(ExtensionOperation operation) {
    return operation.accept((ExtensionOperation.Visitor<List<DdlStatement>>) this);
  }

  @Override
  public List<DdlStatement> visitEnum(EnumOperation operation) {
    return operation.accept(new EnumPlan(quoter, rows));
  }

  @Override
  public List<DdlStatement> visitSequence(SequenceOperation operation) {
    return operation.accept((SequenceOperation.Visitor<List<DdlStatement>>) this);
  }

  @Override
  public List<DdlStatement> visitTable(TableOperation operation) {
    return operation.accept((TableOperation.Visitor<List<DdlStatement>>) this);
  }

  @Override
  public List<DdlStatement> visitColumn(ColumnOperation operation) {
    return operation.accept(new ColumnPlan(quoter, rows));
  }

  @Override
  public List<DdlStatement> visitConstraint(ConstraintOperation operation) {
    return operation.accept((ConstraintOperation.Visitor<List<DdlStatement>>) this);
  }

  @Override
  public List<DdlStatement> visitIndex(IndexOperation operation) {
    return operation.accept((IndexOperation.Visitor<List<DdlStatement>>) this);
  }

  @Override
  public List<DdlStatement> visitComment(CommentOperation operation) {
    return List.of(new SetComment(operation.target(), operation.to()));
  }

  @Override
  public List<DdlStatement> visitObject(ObjectOperation operation) {
    return operation.accept(new ObjectPlan(quoter, defaultSchema));
  }

  @Override
  public List<DdlStatement> visitPrivilege(PrivilegeOperation operation) {
    return operation.accept(new PrivilegePlan());
  }

  @Override
  public List<DdlStatement> visitRebuild(RebuildOperation operation) {
    return new RebuildPlan(operation, quoter, rows).statements();
  }

  @Override
  public List<DdlStatement> visitCustom(CustomOperation operation) {
    return operation.sql().stream().map(each -> (DdlStatement) new RawSql(each)).toList();
  }

  @Override
  public List<DdlStatement> visitCreate(NamespaceOperation.Create operation) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new NamespaceDdl.CreateSchema(operation.namespace()));
    comment(
        statements,
        CommentTarget.schema(operation.namespace().name()),
        operation.namespace().comment());
    return statements;
  }

  @Override
  public List<DdlStatement> visitDrop(NamespaceOperation.Drop operation) {
    return List.of(new NamespaceDdl.DropSchema(operation.namespace().name()));
  }

  /** The extension brings a comment of its own; another one is a difference of the next run. */
  @Override
  public List<DdlStatement> visitCreate(ExtensionOperation.Create operation) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new NamespaceDdl.CreateExtension(operation.extension()));
    comment(
        statements,
        CommentTarget.extension(operation.extension().name()),
        operation.extension().comment());
    return statements;
  }

  @Override
  public List<DdlStatement> visitDrop(ExtensionOperation.Drop operation) {
    return List.of(new NamespaceDdl.DropExtension(operation.extension().name()));
  }

  @Override
  public List<DdlStatement> visitMove(ExtensionOperation.Move operation) {
    String to = operation.to();
    return List.of(
        new NamespaceDdl.SetExtensionSchema(
            operation.extension(), to == null ? defaultSchema : to));
  }

  @Override
  public List<DdlStatement> visitUpdate(ExtensionOperation.Update operation) {
    return List.of(new NamespaceDdl.UpdateExtension(operation.extension(), operation.to()));
  }

  @Override
  public List<DdlStatement> visitCreate(SequenceOperation.Create operation) {
    List<DdlStatement> statements = new ArrayList<>();
    create(statements, operation.sequence());
    return statements;
  }

  @Override
  public List<DdlStatement> visitDrop(SequenceOperation.Drop operation) {
    return List.of(new SequenceDdl.DropSequence(operation.sequence().name()));
  }

  @Override
  public List<DdlStatement> visitAlter(SequenceOperation.Alter operation) {
    Sequence from = operation.from();
    Sequence to = operation.to();
    List<DdlStatement> statements = new ArrayList<>();
    if (!from.dataType().equals(to.dataType()) || !from.options().equals(to.options())) {
      statements.addAll(SequenceRange.alter(from, to, quoter));
    }
    if (from.unlogged() != to.unlogged()) {
      statements.add(new SequenceDdl.SetSequenceLogged(from.name(), !to.unlogged()));
    }
    return statements;
  }

  @Override
  public List<DdlStatement> visitChangeOwner(SequenceOperation.ChangeOwner operation) {
    Sequence.Owner owner = operation.to();
    DdlStatement owned = new SequenceDdl.SetSequenceOwner(operation.sequence(), owner);
    return owner == null
        ? List.of(owned)
        : List.of(owned, new SequencePosition(quoter).behindRows(operation.sequence(), owner));
  }

  @Override
  public List<DdlStatement> visitRename(SequenceOperation.Rename operation) {
    return List.of(new SequenceDdl.RenameSequence(operation.from(), operation.to().name()));
  }

  @Override
  public List<DdlStatement> visitCreate(TableOperation.Create operation) {
    Table table = operation.table();
    List<DdlStatement> statements = new ArrayList<>();
    operation.owned().forEach(each -> create(statements, each));
    statements.add(new TableDdl.CreateTable(table));
    statements.addAll(new OptionPlan(table.name()).created(table));
    operation
        .owned()
        .forEach(
            each -> statements.add(new SequenceDdl.SetSequenceOwner(each.name(), each.owner())));
    comment(statements, CommentTarget.table(table.name()), table.comment());
    for (Column column : table.columns()) {
      comment(statements, CommentTarget.column(table.name(), column.name()), column.comment());
    }
    for (Constraint constraint : table.constraints()) {
      comment(statements, target(table.name(), constraint), constraint.comment());
    }
    return statements;
  }

  @Override
  public List<DdlStatement> visitDrop(TableOperation.Drop operation) {
    return List.of(new TableDdl.DropTable(operation.table().name()));
  }

  @Override
  public List<DdlStatement> visitRename(TableOperation.Rename operation) {
    QualifiedName from = operation.from();
    QualifiedName to = operation.to();
    List<DdlStatement> statements = new ArrayList<>();
    if (!Objects.equals(from.schema(), to.schema())) {
      String schema = to.schema();
      statements.add(new TableDdl.SetTableSchema(from, schema == null ? defaultSchema : schema));
    }
    if (!from.name().equals(to.name())) {
      statements.add(
          new TableDdl.RenameTable(new QualifiedName(to.schema(), from.name()), to.name()));
    }
    return statements;
  }

  @Override
  public List<DdlStatement> visitAdd(ConstraintOperation.Add operation) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new ConstraintDdl.AddConstraint(operation.table(), operation.constraint()));
    comment(
        statements,
        target(operation.table(), operation.constraint()),
        operation.constraint().comment());
    return statements;
  }

  @Override
  public List<DdlStatement> visitDrop(ConstraintOperation.Drop operation) {
    return List.of(
        new ConstraintDdl.DropConstraint(operation.table(), operation.constraint().name().text()));
  }

  @Override
  public List<DdlStatement> visitRename(ConstraintOperation.Rename operation) {
    return List.of(
        new ConstraintDdl.RenameConstraint(
            operation.table(), operation.constraint().name().text(), operation.to()));
  }

  @Override
  public List<DdlStatement> visitValidate(ConstraintOperation.Validate operation) {
    return List.of(
        new ConstraintDdl.ValidateConstraint(
            operation.table(), operation.constraint().name().text()));
  }

  @Override
  public List<DdlStatement> visitInvalidate(ConstraintOperation.Invalidate operation) {
    List<DdlStatement> statements = new ArrayList<>();
    Constraint constraint = operation.constraint();
    statements.add(new ConstraintDdl.DropConstraint(operation.table(), constraint.name().text()));
    statements.add(new ConstraintDdl.AddConstraint(operation.table(), constraint));
    comment(statements, target(operation.table(), constraint), constraint.comment());
    return statements;
  }

  @Override
  public List<DdlStatement> visitCreate(IndexOperation.Create operation) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.addAll(ObjectStatements.index(operation.table(), operation.index()));
    comment(
        statements,
        CommentTarget.index(index(operation.table(), operation.index().name().text())),
        operation.index().comment());
    return statements;
  }

  @Override
  public List<DdlStatement> visitDrop(IndexOperation.Drop operation) {
    return List.of(
        new IndexDdl.DropIndex(index(operation.table(), operation.index().name().text()), false));
  }

  @Override
  public List<DdlStatement> visitAlterStatistics(IndexOperation.AlterStatistics operation) {
    QualifiedName name = index(operation.table(), operation.to().name().text());
    Map<Integer, Integer> targets = new TreeMap<>();
    operation.from().statisticsTargets().keySet().forEach(key -> targets.put(key, -1));
    targets.putAll(operation.to().statisticsTargets());
    return targets.entrySet().stream()
        .filter(
            each ->
                !each.getValue().equals(operation.from().statisticsTargets().get(each.getKey())))
        .<DdlStatement>map(
            each -> new IndexDdl.SetIndexStatistics(name, each.getKey(), each.getValue()))
        .toList();
  }

  @Override
  public List<DdlStatement> visitAddTwin(IndexOperation.AddTwin operation) {
    return visitCreate(new IndexOperation.Create(operation.table(), operation.index()));
  }

  @Override
  public List<DdlStatement> visitLoseTwin(IndexOperation.LoseTwin operation) {
    return List.of();
  }

  @Override
  public List<DdlStatement> visitAddTwin(ConstraintOperation.AddTwin operation) {
    return visitAdd(new ConstraintOperation.Add(operation.table(), operation.constraint()));
  }

  @Override
  public List<DdlStatement> visitLoseTwin(ConstraintOperation.LoseTwin operation) {
    return List.of();
  }

  @Override
  public List<DdlStatement> visitAttach(TableOperation.Attach operation) {
    return List.of(
        new TableDdl.AttachPartition(operation.whole(), operation.table(), operation.bound()));
  }

  @Override
  public List<DdlStatement> visitDetach(TableOperation.Detach operation) {
    return List.of(new TableDdl.DetachPartition(operation.whole(), operation.table()));
  }

  @Override
  public List<DdlStatement> visitInherit(TableOperation.Inherit operation) {
    return List.of(new TableDdl.SetParent(operation.table(), operation.parent(), true));
  }

  @Override
  public List<DdlStatement> visitDisinherit(TableOperation.Disinherit operation) {
    return List.of(new TableDdl.SetParent(operation.table(), operation.parent(), false));
  }

  @Override
  public List<DdlStatement> visitAlterOptions(TableOperation.AlterOptions operation) {
    return new OptionPlan(operation.table()).change(operation.from(), operation.to());
  }

  @Override
  public List<DdlStatement> visitRename(IndexOperation.Rename operation) {
    return List.of(
        new IndexDdl.RenameIndex(
            index(operation.table(), operation.index().name().text()), operation.to()));
  }

  static void create(List<DdlStatement> statements, Sequence sequence) {
    statements.add(new SequenceDdl.CreateSequence(sequence));
    comment(statements, CommentTarget.sequence(sequence.name()), sequence.comment());
  }

  static void comment(
      List<DdlStatement> statements, CommentTarget target, @Nullable String comment) {
    if (comment != null) {
      statements.add(new SetComment(target, comment));
    }
  }

  static CommentTarget target(QualifiedName table, Constraint constraint) {
    return CommentTarget.constraint(table, constraint.name().text());
  }

  static QualifiedName index(QualifiedName table, String name) {
    return new QualifiedName(table.schema(), name);
  }
}
