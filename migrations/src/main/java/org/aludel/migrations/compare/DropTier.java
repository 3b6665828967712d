package org.aludel.migrations.compare;

import java.util.Optional;
import java.util.function.Predicate;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ExtensionOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.View;

/** The order in which drops are decided: what contains first, then what goes with it. */
enum DropTier {
  VIEWS,
  TABLES,
  COLUMNS,
  PARTS,
  TYPES,
  SCHEMAS;

  /** What an operation drops, if it is decided in that tier. */
  static Optional<ObjectName> object(Operation operation, DropTier tier) {
    return switch (tier) {
      case VIEWS -> object(operation, DropTier::standsOnTables);
      case TABLES ->
          operation instanceof TableOperation.Drop drop
              ? named(ObjectKind.TABLE, drop.table().name())
              : Optional.empty();
      case COLUMNS ->
          operation instanceof ColumnOperation.Drop drop
              ? part(ObjectKind.COLUMN, drop.table(), drop.column().name())
              : Optional.empty();
      case PARTS -> partOfTable(operation);
      case TYPES -> standalone(operation);
      case SCHEMAS ->
          operation instanceof NamespaceOperation.Drop drop
              ? named(ObjectKind.SCHEMA, QualifiedName.of(drop.namespace().name()))
              : Optional.empty();
    };
  }

  /**
   * Whether a drop destroys what no other operation brings back: constraints, indexes, views and
   * what is handled by its definition do not.
   */
  static boolean holdsData(Operation operation) {
    if (operation instanceof ObjectOperation.Drop drop) {
      return !(drop.object() instanceof View || drop.object() instanceof DefinedObject);
    }
    return !(operation instanceof ConstraintOperation || operation instanceof IndexOperation);
  }

  /** Whether objects of the kind are stated beside the tables, by a definition of their own. */
  static boolean isStated(ObjectKind kind) {
    return switch (kind) {
      case SCHEMA, EXTENSION, ENUM, SEQUENCE, TABLE, COLUMN, CONSTRAINT, INDEX -> false;
      default -> true;
    };
  }

  private static Optional<ObjectName> partOfTable(Operation operation) {
    if (operation instanceof TableOperation.Detach detach) {
      return named(ObjectKind.TABLE, detach.table());
    }
    if (operation instanceof ConstraintOperation.Drop drop) {
      return part(ObjectKind.CONSTRAINT, drop.table(), drop.constraint().name().text());
    }
    return operation instanceof IndexOperation.Drop drop
        ? part(ObjectKind.INDEX, drop.table(), drop.index().name().text())
        : object(operation, ObjectKind::isPart);
  }

  private static Optional<ObjectName> standalone(Operation operation) {
    if (operation instanceof EnumOperation.Drop drop) {
      return named(ObjectKind.ENUM, drop.type().name());
    }
    if (operation instanceof SequenceOperation.Drop drop) {
      return named(ObjectKind.SEQUENCE, drop.sequence().name());
    }
    return operation instanceof ExtensionOperation.Drop drop
        ? named(ObjectKind.EXTENSION, QualifiedName.of(drop.extension().name()))
        : object(operation, each -> !standsOnTables(each) && !each.isPart());
  }

  private static boolean standsOnTables(ObjectKind kind) {
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW, STATISTICS_OBJECT, PUBLICATION, EVENT_TRIGGER -> true;
      default -> false;
    };
  }

  private static Optional<ObjectName> object(Operation operation, Predicate<ObjectKind> kinds) {
    return operation instanceof ObjectOperation.Drop drop
            && kinds.test(drop.object().reference().kind())
        ? Optional.of(ObjectName.of(drop.object().reference()))
        : Optional.empty();
  }

  private static Optional<ObjectName> named(ObjectKind kind, QualifiedName name) {
    return Optional.of(ObjectName.of(kind, name));
  }

  private static Optional<ObjectName> part(ObjectKind kind, QualifiedName table, String part) {
    return Optional.of(ObjectName.part(kind, table, part));
  }
}
