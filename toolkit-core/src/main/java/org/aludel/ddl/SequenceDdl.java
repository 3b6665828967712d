package org.aludel.ddl;

import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.jspecify.annotations.Nullable;

/** Statements about sequences that no identity column has. */
public sealed interface SequenceDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitSequence(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitCreateSequence(CreateSequence statement);

    R visitAlterSequence(AlterSequence statement);

    R visitSetSequenceOwner(SetSequenceOwner statement);

    R visitRenameSequence(RenameSequence statement);

    R visitSetSequenceLogged(SetSequenceLogged statement);

    R visitDropSequence(DropSequence statement);
  }

  /** {@code CREATE SEQUENCE} without its owner, whose table comes later. */
  record CreateSequence(Sequence sequence) implements SequenceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateSequence(this);
    }
  }

  /** {@code ALTER SEQUENCE}, with the options that differ; the name is that of {@code from}. */
  record AlterSequence(Sequence from, Sequence to) implements SequenceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterSequence(this);
    }
  }

  /** {@code ALTER SEQUENCE … OWNED BY}; null for nobody. */
  record SetSequenceOwner(QualifiedName sequence, Sequence.@Nullable Owner owner)
      implements SequenceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetSequenceOwner(this);
    }
  }

  /** {@code ALTER SEQUENCE … RENAME TO}, within its schema. */
  record RenameSequence(QualifiedName sequence, String to) implements SequenceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRenameSequence(this);
    }
  }

  /** {@code DROP SEQUENCE}. */
  record DropSequence(QualifiedName sequence) implements SequenceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropSequence(this);
    }
  }

  /** {@code SET LOGGED} or {@code SET UNLOGGED}. */
  record SetSequenceLogged(QualifiedName sequence, boolean logged) implements SequenceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetSequenceLogged(this);
    }
  }
}
