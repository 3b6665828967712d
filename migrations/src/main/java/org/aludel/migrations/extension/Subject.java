package org.aludel.migrations.extension;

import org.aludel.ddl.CommentTarget;
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
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is about.
 *
 * @param aspect who found it; null for operations of users
 * @param object the object; of a part its table or view
 * @param part the column, constraint, index, trigger and the like, or empty
 */
public record Subject(@Nullable Aspect aspect, QualifiedName object, String part) {

  /** The subject of any operation. */
  public static Subject of(Operation operation) {
    return operation.accept(new Finder());
  }

  private static Subject whole(Aspect aspect, QualifiedName object) {
    return new Subject(aspect, object, "");
  }

  private static Subject of(Aspect aspect, ObjectReference reference) {
    return new Subject(aspect, reference.name(), reference.part());
  }

  private static final class Finder
      implements OperationVisitor<Subject>, NamespaceOperation.Visitor<Subject> {
    @Override
    public Subject visitNamespace(NamespaceOperation operation) {
      return operation.accept((NamespaceOperation.Visitor<Subject>) this);
    }

    @Override
    public Subject visitCreate(NamespaceOperation.Create operation) {
      return whole(Aspect.SCHEMAS, QualifiedName.of(operation.namespace().name()));
    }

    @Override
    public Subject visitDrop(NamespaceOperation.Drop operation) {
      return whole(Aspect.SCHEMAS, QualifiedName.of(operation.namespace().name()));
    }

    @Override
    public Subject visitExtension(ExtensionOperation operation) {
      return whole(Aspect.EXTENSIONS, QualifiedName.of(operation.accept(new ExtensionName())));
    }

    @Override
    public Subject visitEnum(EnumOperation operation) {
      return whole(Aspect.TYPES, operation.accept(new EnumName()));
    }

    @Override
    public Subject visitSequence(SequenceOperation operation) {
      return whole(Aspect.SEQUENCES, operation.accept(new SequenceName()));
    }

    @Override
    public Subject visitTable(TableOperation operation) {
      return operation.accept(new TableSubject());
    }

    @Override
    public Subject visitColumn(ColumnOperation operation) {
      return operation.accept(new ColumnSubject());
    }

    @Override
    public Subject visitConstraint(ConstraintOperation operation) {
      return operation.accept(new ConstraintSubject());
    }

    @Override
    public Subject visitIndex(IndexOperation operation) {
      return operation.accept(new IndexSubject());
    }

    @Override
    public Subject visitComment(CommentOperation operation) {
      CommentTarget target = operation.target();
      return new Subject(
          Aspect.COMMENTS, target.object(), target.part() == null ? "" : target.part());
    }

    @Override
    public Subject visitObject(ObjectOperation operation) {
      return operation.accept(new ObjectSubject());
    }

    @Override
    public Subject visitPrivilege(PrivilegeOperation operation) {
      return of(Aspect.PRIVILEGES, operation.on());
    }

    @Override
    public Subject visitRebuild(RebuildOperation operation) {
      return whole(Aspect.TABLES, operation.after().tables().get(0).name());
    }

    @Override
    public Subject visitCustom(CustomOperation operation) {
      return new Subject(null, QualifiedName.of(operation.describe()), "");
    }
  }

  private static final class ExtensionName implements ExtensionOperation.Visitor<String> {
    @Override
    public String visitCreate(ExtensionOperation.Create operation) {
      return operation.extension().name();
    }

    @Override
    public String visitDrop(ExtensionOperation.Drop operation) {
      return operation.extension().name();
    }

    @Override
    public String visitMove(ExtensionOperation.Move operation) {
      return operation.extension();
    }

    @Override
    public String visitUpdate(ExtensionOperation.Update operation) {
      return operation.extension();
    }
  }

  private static final class EnumName implements EnumOperation.Visitor<QualifiedName> {
    @Override
    public QualifiedName visitCreate(EnumOperation.Create operation) {
      return operation.type().name();
    }

    @Override
    public QualifiedName visitDrop(EnumOperation.Drop operation) {
      return operation.type().name();
    }

    @Override
    public QualifiedName visitAddValue(EnumOperation.AddValue operation) {
      return operation.from().name();
    }

    @Override
    public QualifiedName visitRemoveValue(EnumOperation.RemoveValue operation) {
      return operation.from().name();
    }

    @Override
    public QualifiedName visitRenameValue(EnumOperation.RenameValue operation) {
      return operation.type();
    }

    @Override
    public QualifiedName visitChange(EnumOperation.Change operation) {
      return operation.to().name();
    }
  }

  private static final class SequenceName implements SequenceOperation.Visitor<QualifiedName> {
    @Override
    public QualifiedName visitCreate(SequenceOperation.Create operation) {
      return operation.sequence().name();
    }

    @Override
    public QualifiedName visitDrop(SequenceOperation.Drop operation) {
      return operation.sequence().name();
    }

    @Override
    public QualifiedName visitAlter(SequenceOperation.Alter operation) {
      return operation.to().name();
    }

    @Override
    public QualifiedName visitChangeOwner(SequenceOperation.ChangeOwner operation) {
      return operation.sequence();
    }

    @Override
    public QualifiedName visitRename(SequenceOperation.Rename operation) {
      return operation.to();
    }
  }

  private static final class TableSubject implements TableOperation.Visitor<Subject> {
    @Override
    public Subject visitCreate(TableOperation.Create operation) {
      return whole(Aspect.TABLES, operation.table().name());
    }

    @Override
    public Subject visitDrop(TableOperation.Drop operation) {
      return whole(Aspect.TABLES, operation.table().name());
    }

    @Override
    public Subject visitAlterOptions(TableOperation.AlterOptions operation) {
      return whole(Aspect.OPTIONS, operation.table());
    }

    @Override
    public Subject visitAttach(TableOperation.Attach operation) {
      return whole(Aspect.TABLES, operation.table());
    }

    @Override
    public Subject visitDetach(TableOperation.Detach operation) {
      return whole(Aspect.TABLES, operation.table());
    }

    @Override
    public Subject visitInherit(TableOperation.Inherit operation) {
      return whole(Aspect.TABLES, operation.table());
    }

    @Override
    public Subject visitDisinherit(TableOperation.Disinherit operation) {
      return whole(Aspect.TABLES, operation.table());
    }

    @Override
    public Subject visitRename(TableOperation.Rename operation) {
      return whole(Aspect.TABLES, operation.to());
    }
  }

  private static final class ColumnSubject implements ColumnOperation.Visitor<Subject> {
    @Override
    public Subject visitAdd(ColumnOperation.Add operation) {
      return new Subject(Aspect.COLUMNS, operation.table(), operation.column().name());
    }

    @Override
    public Subject visitDrop(ColumnOperation.Drop operation) {
      return new Subject(Aspect.COLUMNS, operation.table(), operation.column().name());
    }

    @Override
    public Subject visitRename(ColumnOperation.Rename operation) {
      return new Subject(Aspect.COLUMNS, operation.table(), operation.to());
    }

    @Override
    public Subject visitAlterType(ColumnOperation.AlterType operation) {
      return new Subject(Aspect.COLUMN_TYPES, operation.table(), operation.column());
    }

    @Override
    public Subject visitAlterNullability(ColumnOperation.AlterNullability operation) {
      return new Subject(Aspect.NULLABILITY, operation.table(), operation.column());
    }

    @Override
    public Subject visitAlterDefault(ColumnOperation.AlterDefault operation) {
      return new Subject(Aspect.DEFAULTS, operation.table(), operation.column());
    }

    @Override
    public Subject visitAddIdentity(ColumnOperation.AddIdentity operation) {
      return new Subject(Aspect.IDENTITY, operation.table(), operation.column());
    }

    @Override
    public Subject visitDropIdentity(ColumnOperation.DropIdentity operation) {
      return new Subject(Aspect.IDENTITY, operation.table(), operation.column());
    }

    @Override
    public Subject visitAlterIdentity(ColumnOperation.AlterIdentity operation) {
      return new Subject(Aspect.IDENTITY, operation.table(), operation.column());
    }

    @Override
    public Subject visitAlterOptions(ColumnOperation.AlterOptions operation) {
      return new Subject(Aspect.OPTIONS, operation.table(), operation.column());
    }

    @Override
    public Subject visitChangeComputed(ColumnOperation.ChangeComputed operation) {
      return new Subject(Aspect.COMPUTED, operation.table(), operation.to().name());
    }
  }

  private static final class ConstraintSubject implements ConstraintOperation.Visitor<Subject> {
    @Override
    public Subject visitAdd(ConstraintOperation.Add operation) {
      return of(operation.table(), operation.constraint());
    }

    @Override
    public Subject visitDrop(ConstraintOperation.Drop operation) {
      return of(operation.table(), operation.constraint());
    }

    @Override
    public Subject visitRename(ConstraintOperation.Rename operation) {
      return of(operation.table(), operation.constraint());
    }

    @Override
    public Subject visitAddTwin(ConstraintOperation.AddTwin operation) {
      return of(operation.table(), operation.constraint());
    }

    @Override
    public Subject visitLoseTwin(ConstraintOperation.LoseTwin operation) {
      return of(operation.table(), operation.constraint());
    }

    @Override
    public Subject visitValidate(ConstraintOperation.Validate operation) {
      return of(operation.table(), operation.constraint());
    }

    @Override
    public Subject visitInvalidate(ConstraintOperation.Invalidate operation) {
      return of(operation.table(), operation.constraint());
    }

    private static Subject of(QualifiedName table, Constraint constraint) {
      return new Subject(aspect(constraint), table, constraint.name().text());
    }

    private static Aspect aspect(Constraint constraint) {
      if (constraint instanceof PrimaryKey) {
        return Aspect.PRIMARY_KEYS;
      }
      if (constraint instanceof ForeignKey) {
        return Aspect.FOREIGN_KEYS;
      }
      if (constraint instanceof CheckConstraint) {
        return Aspect.CHECK_CONSTRAINTS;
      }
      return constraint instanceof ExcludeConstraint
          ? Aspect.EXCLUDE_CONSTRAINTS
          : Aspect.UNIQUE_CONSTRAINTS;
    }
  }

  private static final class IndexSubject implements IndexOperation.Visitor<Subject> {
    @Override
    public Subject visitCreate(IndexOperation.Create operation) {
      return of(operation.table(), operation.index().name().text());
    }

    @Override
    public Subject visitDrop(IndexOperation.Drop operation) {
      return of(operation.table(), operation.index().name().text());
    }

    @Override
    public Subject visitAddTwin(IndexOperation.AddTwin operation) {
      return of(operation.table(), operation.index().name().text());
    }

    @Override
    public Subject visitLoseTwin(IndexOperation.LoseTwin operation) {
      return of(operation.table(), operation.index().name().text());
    }

    @Override
    public Subject visitAlterStatistics(IndexOperation.AlterStatistics operation) {
      return of(operation.table(), operation.to().name().text());
    }

    @Override
    public Subject visitRename(IndexOperation.Rename operation) {
      return of(operation.table(), operation.to());
    }

    private static Subject of(QualifiedName table, String index) {
      return new Subject(Aspect.INDEXES, table, index);
    }
  }

  private static final class ObjectSubject implements ObjectOperation.Visitor<Subject> {
    @Override
    public Subject visitCreate(ObjectOperation.Create operation) {
      return of(operation.object().reference());
    }

    @Override
    public Subject visitDrop(ObjectOperation.Drop operation) {
      return of(operation.object().reference());
    }

    @Override
    public Subject visitReplace(ObjectOperation.Replace operation) {
      return of(operation.to().reference());
    }

    @Override
    public Subject visitComment(ObjectOperation.Comment operation) {
      return Subject.of(Aspect.COMMENTS, operation.on());
    }

    @Override
    public Subject visitCheckBodies(ObjectOperation.CheckBodies operation) {
      return whole(Aspect.ROUTINES, QualifiedName.of("bodies"));
    }

    @Override
    public Subject visitRename(ObjectOperation.Rename operation) {
      return of(operation.to());
    }

    private static Subject of(ObjectReference reference) {
      return Subject.of(aspect(reference.kind()), reference);
    }

    private static Aspect aspect(ObjectKind kind) {
      return switch (kind) {
        case VIEW, MATERIALIZED_VIEW -> Aspect.VIEWS;
        case FUNCTION, PROCEDURE, AGGREGATE -> Aspect.ROUTINES;
        case TRIGGER, EVENT_TRIGGER -> Aspect.TRIGGERS;
        case RULE -> Aspect.RULES;
        case POLICY -> Aspect.POLICIES;
        case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, DOMAIN_CONSTRAINT -> Aspect.TYPES;
        default -> Aspect.OTHERS;
      };
    }
  }
}
