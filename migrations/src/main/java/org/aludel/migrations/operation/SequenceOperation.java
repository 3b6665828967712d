package org.aludel.migrations.operation;

import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.jspecify.annotations.Nullable;

/** Operations on sequences that no identity column has. */
public sealed interface SequenceOperation extends Operation {
  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitSequence(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitCreate(Create operation);

    R visitDrop(Drop operation);

    R visitAlter(Alter operation);

    R visitChangeOwner(ChangeOwner operation);

    R visitRename(Rename operation);
  }

  /** Creates a sequence that no column owns yet. */
  record Create(Sequence sequence) implements SequenceOperation {
    @Override
    public Drop inverse() {
      return new Drop(sequence);
    }

    @Override
    public String describe() {
      return "create sequence  " + sequence.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreate(this);
    }
  }

  /** Drops a sequence that no default uses and no column owns by then. */
  record Drop(Sequence sequence) implements SequenceOperation {
    @Override
    public Create inverse() {
      return new Create(sequence);
    }

    @Override
    public String describe() {
      return "drop sequence  " + sequence.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDrop(this);
    }
  }

  /** Changes the data type and options of a sequence; its owner and comment stay. */
  record Alter(Sequence from, Sequence to) implements SequenceOperation {
    @Override
    public Alter inverse() {
      return new Alter(to, from);
    }

    @Override
    public String describe() {
      return "change sequence  "
          + from.name()
          + " "
          + Phrase.change(Phrase.sequence(from), Phrase.sequence(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlter(this);
    }
  }

  /**
   * Changes the column that a sequence is dropped with, and moves the sequence behind its values.
   */
  record ChangeOwner(
      QualifiedName sequence, Sequence.@Nullable Owner from, Sequence.@Nullable Owner to)
      implements SequenceOperation {
    @Override
    public ChangeOwner inverse() {
      return new ChangeOwner(sequence, to, from);
    }

    @Override
    public String describe() {
      return "change sequence owner  "
          + sequence
          + " "
          + Phrase.change(Phrase.owner(from), Phrase.owner(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitChangeOwner(this);
    }
  }

  /** Renames a sequence within its schema; defaults follow. */
  record Rename(QualifiedName from, QualifiedName to) implements SequenceOperation {
    @Override
    public Rename inverse() {
      return new Rename(to, from);
    }

    @Override
    public String describe() {
      return "rename sequence  " + Phrase.change(from.toString(), to.toString());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRename(this);
    }
  }
}
