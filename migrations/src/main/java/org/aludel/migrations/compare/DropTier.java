package org.aludel.migrations.compare;

import java.util.Optional;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ConstraintOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ExtensionOperation;
import org.aludel.migrations.operation.IndexOperation;
import org.aludel.migrations.operation.NamespaceOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.QualifiedName;

/** The order in which drops are decided: what contains first, then what goes with it. */
enum DropTier {
  TABLES,
  COLUMNS,
  PARTS,
  TYPES,
  SCHEMAS;

  /** What an operation drops, if it is decided in that tier. */
  static Optional<ObjectName> object(Operation operation, DropTier tier) {
    return switch (tier) {
      case TABLES ->
          operation instanceof TableOperation.Drop drop
              ? named(ObjectName.Kind.TABLE, drop.table().name())
              : Optional.empty();
      case COLUMNS ->
          operation instanceof ColumnOperation.Drop drop
              ? part(ObjectName.Kind.COLUMN, drop.table(), drop.column().name())
              : Optional.empty();
      case PARTS -> partOfTable(operation);
      case TYPES -> standalone(operation);
      case SCHEMAS ->
          operation instanceof NamespaceOperation.Drop drop
              ? named(ObjectName.Kind.SCHEMA, QualifiedName.of(drop.namespace().name()))
              : Optional.empty();
    };
  }

  /**
   * Whether a drop destroys what no other operation brings back: constraints and indexes do not.
   */
  static boolean holdsData(Operation operation) {
    return !(operation instanceof ConstraintOperation || operation instanceof IndexOperation);
  }

  private static Optional<ObjectName> partOfTable(Operation operation) {
    if (operation instanceof ConstraintOperation.Drop drop) {
      return part(ObjectName.Kind.CONSTRAINT, drop.table(), drop.constraint().name().text());
    }
    return operation instanceof IndexOperation.Drop drop
        ? part(ObjectName.Kind.INDEX, drop.table(), drop.index().name().text())
        : Optional.empty();
  }

  private static Optional<ObjectName> standalone(Operation operation) {
    if (operation instanceof EnumOperation.Drop drop) {
      return named(ObjectName.Kind.ENUM, drop.type().name());
    }
    if (operation instanceof SequenceOperation.Drop drop) {
      return named(ObjectName.Kind.SEQUENCE, drop.sequence().name());
    }
    return operation instanceof ExtensionOperation.Drop drop
        ? named(ObjectName.Kind.EXTENSION, QualifiedName.of(drop.extension().name()))
        : Optional.empty();
  }

  private static Optional<ObjectName> named(ObjectName.Kind kind, QualifiedName name) {
    return Optional.of(ObjectName.of(kind, name));
  }

  private static Optional<ObjectName> part(ObjectName.Kind kind, QualifiedName table, String part) {
    return Optional.of(ObjectName.part(kind, table, part));
  }
}
