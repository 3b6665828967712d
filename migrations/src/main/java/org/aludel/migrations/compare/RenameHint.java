package org.aludel.migrations.compare;

import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/**
 * Somebody's word that an object kept its identity under a new name. It acts only while the old
 * name exists in the database and the new one does not.
 */
public sealed interface RenameHint {
  /** Dispatches on the kind of object. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind of hint. */
  interface Visitor<R> {
    R visitTable(OfTable hint);

    R visitColumn(OfColumn hint);

    R visitSequence(OfSequence hint);

    R visitEnumValue(OfEnumValue hint);

    R visitObject(OfObject hint);

    R visitAny(OfAny hint);
  }

  /** A table, possibly into another schema. */
  record OfTable(QualifiedName from, QualifiedName to) implements RenameHint {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTable(this);
    }
  }

  /** A column of a table; the table by its new name. */
  record OfColumn(QualifiedName table, String from, String to) implements RenameHint {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitColumn(this);
    }
  }

  /** A sequence, within its schema. */
  record OfSequence(QualifiedName from, QualifiedName to) implements RenameHint {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSequence(this);
    }
  }

  /** A label of an enum type. */
  record OfEnumValue(QualifiedName type, String from, String to) implements RenameHint {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEnumValue(this);
    }
  }

  /**
   * A type, view, routine, schema, trigger, policy and the like, or an attribute of a composite
   * type, which is a column here.
   *
   * @param to of the same kind; a part of the same object
   */
  record OfObject(ObjectReference from, ObjectReference to) implements RenameHint {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitObject(this);
    }
  }

  /**
   * As written on a command line, {@code user_account.name:full_name}; the database decides which
   * kind is meant, and a text that fits none or several kinds is refused.
   */
  record OfAny(String text) implements RenameHint {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAny(this);
    }
  }
}
