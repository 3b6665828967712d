package org.aludel.migrations.plan;

import java.util.Set;
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
import org.aludel.schema.ForeignKey;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.QualifiedName;

/**
 * The place of an operation among those that need nothing of each other: creates early, drops late,
 * and what is exchanged is dropped before it is created.
 */
enum Rank {
  ADD_LABEL,
  DROP_EVENT_TRIGGER,
  RENAME,
  CREATE_SCHEMA,
  CREATE_EXTENSION,
  CREATE_TYPE,
  CREATE_SEQUENCE,
  LAPSE,
  DROP_DEPENDANT,
  CREATE_ROUTINE,
  DETACH,
  DROP_FOREIGN_KEY,
  DROP_INDEX,
  DROP_CONSTRAINT,
  RENAME_PART,
  CREATE_TABLE,
  ADD_COLUMN,
  RELEASE_COLUMN,
  ALTER_TYPE,
  SET_NOT_NULL,
  ALTER_IDENTITY,
  ALTER_DEFAULT,
  DROP_NOT_NULL,
  ADD_TWIN,
  ATTACH,
  ADD_CONSTRAINT,
  CREATE_INDEX,
  ADD_FOREIGN_KEY,
  VALIDATE,
  SEQUENCE_OWNER,
  ALTER_OPTIONS,
  CREATE_VIEW,
  CREATE_DEPENDANT,
  COMMENT,
  PRIVILEGE,
  DROP_COLUMN,
  DROP_TABLE,
  DROP_ROUTINE,
  DROP_SEQUENCE,
  DROP_TYPE,
  DROP_EXTENSION,
  DROP_SCHEMA,
  CREATE_EVENT_TRIGGER;

  /**
   * @param leaving tables that are dropped; their indexes go beside them, not before all else
   */
  static Rank of(Operation operation, Set<QualifiedName> leaving) {
    return operation.accept(new Ranking(leaving));
  }

  private record Ranking(Set<QualifiedName> leaving) implements OperationVisitor<Rank> {
    @Override
    public Rank visitNamespace(NamespaceOperation operation) {
      return operation instanceof NamespaceOperation.Create ? CREATE_SCHEMA : DROP_SCHEMA;
    }

    @Override
    public Rank visitExtension(ExtensionOperation operation) {
      return operation instanceof ExtensionOperation.Drop ? DROP_EXTENSION : CREATE_EXTENSION;
    }

    @Override
    public Rank visitEnum(EnumOperation operation) {
      if (operation instanceof EnumOperation.Drop) {
        return DROP_TYPE;
      }
      if (operation instanceof EnumOperation.Change
          || operation instanceof EnumOperation.RemoveValue) {
        return ALTER_TYPE;
      }
      if (operation instanceof EnumOperation.AddValue) {
        return ADD_LABEL;
      }
      return operation instanceof EnumOperation.RenameValue ? RENAME : CREATE_TYPE;
    }

    @Override
    public Rank visitSequence(SequenceOperation operation) {
      if (operation instanceof SequenceOperation.Drop) {
        return DROP_SEQUENCE;
      }
      if (operation instanceof SequenceOperation.Rename) {
        return RENAME;
      }
      return operation instanceof SequenceOperation.ChangeOwner ? SEQUENCE_OWNER : CREATE_SEQUENCE;
    }

    @Override
    public Rank visitTable(TableOperation operation) {
      if (operation instanceof TableOperation.Rename) {
        return RENAME;
      }
      if (operation instanceof TableOperation.AlterOptions) {
        return ALTER_OPTIONS;
      }
      if (operation instanceof TableOperation.Detach
          || operation instanceof TableOperation.Disinherit) {
        return DETACH;
      }
      if (operation instanceof TableOperation.Attach
          || operation instanceof TableOperation.Inherit) {
        return ATTACH;
      }
      return operation instanceof TableOperation.Create ? CREATE_TABLE : DROP_TABLE;
    }

    @Override
    public Rank visitColumn(ColumnOperation operation) {
      return operation.accept(new ColumnRanking());
    }

    @Override
    public Rank visitConstraint(ConstraintOperation operation) {
      if (operation instanceof ConstraintOperation.Add add) {
        return add.constraint() instanceof ForeignKey ? ADD_FOREIGN_KEY : ADD_CONSTRAINT;
      }
      if (operation instanceof ConstraintOperation.Drop drop) {
        return drop.constraint() instanceof ForeignKey ? DROP_FOREIGN_KEY : DROP_CONSTRAINT;
      }
      if (operation instanceof ConstraintOperation.AddTwin) {
        return ADD_TWIN;
      }
      if (operation instanceof ConstraintOperation.LoseTwin) {
        return DROP_CONSTRAINT;
      }
      return operation instanceof ConstraintOperation.Rename ? RENAME_PART : VALIDATE;
    }

    @Override
    public Rank visitIndex(IndexOperation operation) {
      if (operation instanceof IndexOperation.Create) {
        return CREATE_INDEX;
      }
      if (operation instanceof IndexOperation.Drop drop) {
        return leaving.contains(drop.table()) ? DROP_TABLE : DROP_INDEX;
      }
      if (operation instanceof IndexOperation.AddTwin) {
        return ADD_TWIN;
      }
      if (operation instanceof IndexOperation.LoseTwin) {
        return DROP_INDEX;
      }
      return operation instanceof IndexOperation.Rename ? RENAME_PART : ALTER_OPTIONS;
    }

    @Override
    public Rank visitComment(CommentOperation operation) {
      return COMMENT;
    }

    @Override
    public Rank visitObject(ObjectOperation operation) {
      if (operation instanceof ObjectOperation.Create create) {
        return created(create.object().reference().kind());
      }
      if (operation instanceof ObjectOperation.Drop drop) {
        return dropped(drop.object().reference().kind());
      }
      if (operation instanceof ObjectOperation.Rename rename) {
        return rename.from().kind().isPart() && rename.from().kind() != ObjectKind.COLUMN
            ? RENAME_PART
            : RENAME;
      }
      return operation instanceof ObjectOperation.Replace replace
          ? created(replace.to().reference().kind())
          : COMMENT;
    }

    private static Rank created(ObjectKind kind) {
      return switch (kind) {
        case DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, COLLATION -> CREATE_TYPE;
        case VIEW, MATERIALIZED_VIEW -> CREATE_VIEW;
        case TRIGGER, RULE, POLICY, STATISTICS_OBJECT, PUBLICATION -> CREATE_DEPENDANT;
        case EVENT_TRIGGER -> CREATE_EVENT_TRIGGER;
        default -> CREATE_ROUTINE;
      };
    }

    private static Rank dropped(ObjectKind kind) {
      return switch (created(kind)) {
        case CREATE_TYPE -> DROP_TYPE;
        case CREATE_VIEW, CREATE_DEPENDANT -> DROP_DEPENDANT;
        case CREATE_EVENT_TRIGGER -> DROP_EVENT_TRIGGER;
        default -> DROP_ROUTINE;
      };
    }

    @Override
    public Rank visitPrivilege(PrivilegeOperation operation) {
      return operation instanceof PrivilegeOperation.Lapse ? LAPSE : PRIVILEGE;
    }

    @Override
    public Rank visitRebuild(RebuildOperation operation) {
      return ATTACH;
    }

    @Override
    public Rank visitCustom(CustomOperation operation) {
      CustomOperation.Effects effects = operation.effects();
      boolean ends = effects.creates().isEmpty() && !effects.drops().isEmpty();
      return ends ? DROP_DEPENDANT : CREATE_DEPENDANT;
    }
  }

  /**
   * The order among changes of one column: an identity needs NOT NULL and no default, a change of
   * type no identity of the old kind.
   */
  private static final class ColumnRanking implements ColumnOperation.Visitor<Rank> {
    @Override
    public Rank visitAdd(ColumnOperation.Add operation) {
      return ADD_COLUMN;
    }

    @Override
    public Rank visitDrop(ColumnOperation.Drop operation) {
      return DROP_COLUMN;
    }

    @Override
    public Rank visitRename(ColumnOperation.Rename operation) {
      return RENAME;
    }

    @Override
    public Rank visitAlterType(ColumnOperation.AlterType operation) {
      return ALTER_TYPE;
    }

    @Override
    public Rank visitAlterNullability(ColumnOperation.AlterNullability operation) {
      return operation.toNullable() ? DROP_NOT_NULL : SET_NOT_NULL;
    }

    @Override
    public Rank visitAlterDefault(ColumnOperation.AlterDefault operation) {
      return operation.to() == null ? RELEASE_COLUMN : ALTER_DEFAULT;
    }

    @Override
    public Rank visitAddIdentity(ColumnOperation.AddIdentity operation) {
      return ALTER_IDENTITY;
    }

    @Override
    public Rank visitDropIdentity(ColumnOperation.DropIdentity operation) {
      return RELEASE_COLUMN;
    }

    @Override
    public Rank visitAlterIdentity(ColumnOperation.AlterIdentity operation) {
      return ALTER_IDENTITY;
    }

    /** The first of two comes before a change of type, which would forget the option. */
    @Override
    public Rank visitAlterOptions(ColumnOperation.AlterOptions operation) {
      return operation.to().equals(ColumnOptionRules.kept(operation.from()))
          ? RELEASE_COLUMN
          : ALTER_DEFAULT;
    }

    @Override
    public Rank visitChangeComputed(ColumnOperation.ChangeComputed operation) {
      return RELEASE_COLUMN;
    }
  }
}
