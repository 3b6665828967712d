package org.aludel.migrations.operation;

import org.aludel.schema.ConstraintName;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;

/** Operations on indexes that no constraint owns. */
public sealed interface IndexOperation extends Operation {
  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitIndex(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitCreate(Create operation);

    R visitDrop(Drop operation);

    R visitRename(Rename operation);
  }

  /** Creates an index. */
  record Create(QualifiedName table, Index index) implements IndexOperation {
    @Override
    public Drop inverse() {
      return new Drop(table, index);
    }

    @Override
    public String describe() {
      return "create " + PartPhrase.index(table, index);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreate(this);
    }
  }

  /** Drops an index. */
  record Drop(QualifiedName table, Index index) implements IndexOperation {
    @Override
    public Create inverse() {
      return new Create(table, index);
    }

    @Override
    public String describe() {
      return "drop " + PartPhrase.index(table, index);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDrop(this);
    }
  }

  /**
   * Renames an index.
   *
   * @param index under its name before
   */
  record Rename(QualifiedName table, Index index, String to) implements IndexOperation {
    @Override
    public Rename inverse() {
      return new Rename(
          table, index.withName(new ConstraintName(to, index.name().given())), index.name().text());
    }

    @Override
    public String describe() {
      return "rename index  " + table + ": " + Phrase.change(index.name().text(), to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRename(this);
    }
  }
}
