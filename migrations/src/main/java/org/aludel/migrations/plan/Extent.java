package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.List;
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
import org.aludel.schema.Column;
import org.aludel.schema.CompositeType;
import org.aludel.schema.Constraint;
import org.aludel.schema.Domain;
import org.aludel.schema.Index;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * The objects and parts of objects that an operation makes or takes away, by their identity.
 *
 * @param creates what is new afterwards
 * @param drops what is gone afterwards
 * @param gains what is there already and refers to what it did not refer to before
 * @param loses what stays and no longer refers to what it did
 */
record Extent(
    List<ObjectReference> creates,
    List<ObjectReference> drops,
    List<ObjectReference> gains,
    List<ObjectReference> loses) {
  private static final Extent NONE = new Extent(List.of(), List.of(), List.of(), List.of());

  static Extent of(Operation operation) {
    return operation.accept(new Finder());
  }

  private static Extent creating(List<ObjectReference> references) {
    return new Extent(references, List.of(), List.of(), List.of());
  }

  private Extent inverse() {
    return new Extent(drops, creates, loses, gains);
  }

  /** An object and all its parts that others may need. */
  static List<ObjectReference> whole(SchemaObject object) {
    List<ObjectReference> parts = new ArrayList<>(List.of(object.reference()));
    if (object instanceof View view) {
      view.columns().forEach(each -> parts.add(ObjectReference.column(view.name(), each.name())));
      view.indexes()
          .forEach(each -> parts.add(ObjectReference.index(view.name(), each.name().text())));
    } else if (object instanceof CompositeType type) {
      type.attributes()
          .forEach(each -> parts.add(ObjectReference.column(type.name(), each.name())));
    } else if (object instanceof Domain domain) {
      for (CheckConstraint check : domain.checks()) {
        parts.add(
            new ObjectReference(ObjectKind.DOMAIN_CONSTRAINT, domain.name(), check.name().text()));
      }
    }
    return parts;
  }

  private static final class Finder implements OperationVisitor<Extent> {
    @Override
    public Extent visitNamespace(NamespaceOperation operation) {
      if (operation instanceof NamespaceOperation.Create create) {
        return creating(List.of(schema(create.namespace().name())));
      }
      return operation instanceof NamespaceOperation.Drop
          ? operation.inverse().accept(this).inverse()
          : NONE;
    }

    private static ObjectReference schema(String name) {
      return ObjectReference.of(ObjectKind.SCHEMA, QualifiedName.of(name));
    }

    @Override
    public Extent visitExtension(ExtensionOperation operation) {
      return NONE;
    }

    /** An exchanged type is another one afterwards. */
    @Override
    public Extent visitEnum(EnumOperation operation) {
      if (operation instanceof EnumOperation.Create create) {
        return creating(List.of(type(create.type().name())));
      }
      if (operation instanceof EnumOperation.Drop) {
        return operation.inverse().accept(this).inverse();
      }
      if (operation instanceof EnumOperation.Change change) {
        List<ObjectReference> type = List.of(type(change.from().name()));
        return new Extent(type, type, List.of(), List.of());
      }
      return NONE;
    }

    private static ObjectReference type(QualifiedName name) {
      return ObjectReference.of(ObjectKind.ENUM, name);
    }

    @Override
    public Extent visitSequence(SequenceOperation operation) {
      if (operation instanceof SequenceOperation.Create create) {
        return creating(List.of(sequence(create.sequence())));
      }
      return operation instanceof SequenceOperation.Drop
          ? operation.inverse().accept(this).inverse()
          : NONE;
    }

    private static ObjectReference sequence(Sequence sequence) {
      return ObjectReference.of(ObjectKind.SEQUENCE, sequence.name());
    }

    @Override
    public Extent visitTable(TableOperation operation) {
      if (operation instanceof TableOperation.Create create) {
        List<ObjectReference> parts = parts(create.table());
        create.owned().forEach(each -> parts.add(sequence(each)));
        return creating(parts);
      }
      return operation instanceof TableOperation.Drop
          ? operation.inverse().accept(this).inverse()
          : NONE;
    }

    /** Without its indexes. */
    private static List<ObjectReference> parts(Table table) {
      List<ObjectReference> parts = new ArrayList<>(List.of(table.reference()));
      table.columns().forEach(each -> parts.add(ObjectReference.column(table.name(), each.name())));
      table
          .constraints()
          .forEach(each -> parts.add(ObjectReference.constraint(table.name(), each.name().text())));
      return parts;
    }

    @Override
    public Extent visitColumn(ColumnOperation operation) {
      if (operation instanceof ColumnOperation.Add add) {
        List<ObjectReference> parts =
            new ArrayList<>(List.of(ObjectReference.column(add.table(), add.column().name())));
        if (add.owned() != null) {
          parts.add(sequence(add.owned()));
        }
        return creating(parts);
      }
      if (operation instanceof ColumnOperation.Drop) {
        return operation.inverse().accept(this).inverse();
      }
      if (operation instanceof ColumnOperation.AlterDefault change) {
        return text(change.table(), change.column(), change.from(), change.to());
      }
      if (operation instanceof ColumnOperation.AlterType change) {
        return text(
            change.table(),
            change.column(),
            change.from().serverDefault(),
            change.to().serverDefault());
      }
      return operation instanceof ColumnOperation.ChangeComputed change
          ? text(change.table(), change.from().name(), text(change.from()), text(change.to()))
          : NONE;
    }

    private static @Nullable String text(Column column) {
      return column.computed() == null ? column.serverDefault() : column.computed().expression();
    }

    private static Extent text(
        QualifiedName table, String column, @Nullable String from, @Nullable String to) {
      List<ObjectReference> part = List.of(ObjectReference.column(table, column));
      return new Extent(
          List.of(), List.of(), to == null ? List.of() : part, from == null ? List.of() : part);
    }

    @Override
    public Extent visitConstraint(ConstraintOperation operation) {
      if (operation instanceof ConstraintOperation.Add add) {
        return creating(List.of(part(add.table(), add.constraint())));
      }
      if (operation instanceof ConstraintOperation.AddTwin add) {
        return creating(List.of(part(add.table(), add.constraint())));
      }
      return operation instanceof ConstraintOperation.Drop
              || operation instanceof ConstraintOperation.LoseTwin
          ? operation.inverse().accept(this).inverse()
          : NONE;
    }

    private static ObjectReference part(QualifiedName table, Constraint constraint) {
      return ObjectReference.constraint(table, constraint.name().text());
    }

    private static ObjectReference part(QualifiedName table, Index index) {
      return ObjectReference.index(table, index.name().text());
    }

    @Override
    public Extent visitIndex(IndexOperation operation) {
      if (operation instanceof IndexOperation.Create create) {
        return creating(List.of(part(create.table(), create.index())));
      }
      if (operation instanceof IndexOperation.AddTwin create) {
        return creating(List.of(part(create.table(), create.index())));
      }
      return operation instanceof IndexOperation.Drop
              || operation instanceof IndexOperation.LoseTwin
          ? operation.inverse().accept(this).inverse()
          : NONE;
    }

    @Override
    public Extent visitComment(CommentOperation operation) {
      return NONE;
    }

    @Override
    public Extent visitObject(ObjectOperation operation) {
      if (operation instanceof ObjectOperation.Create create) {
        return creating(whole(create.object()));
      }
      if (operation instanceof ObjectOperation.Drop) {
        return operation.inverse().accept(this).inverse();
      }
      return operation instanceof ObjectOperation.Replace replace
          ? new Extent(List.of(), List.of(), whole(replace.to()), whole(replace.from()))
          : NONE;
    }

    @Override
    public Extent visitPrivilege(PrivilegeOperation operation) {
      return NONE;
    }

    @Override
    public Extent visitRebuild(RebuildOperation operation) {
      return new Extent(parts(operation.after()), parts(operation.before()), List.of(), List.of());
    }

    private static List<ObjectReference> parts(RebuildOperation.Side side) {
      List<ObjectReference> parts = new ArrayList<>();
      for (Table table : side.all()) {
        parts.addAll(parts(table));
        table.indexes().forEach(each -> parts.add(part(table.name(), each)));
      }
      side.owned().forEach(each -> parts.add(sequence(each)));
      return parts;
    }

    @Override
    public Extent visitCustom(CustomOperation operation) {
      return NONE;
    }
  }
}
