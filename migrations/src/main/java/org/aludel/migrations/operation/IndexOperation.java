package org.aludel.migrations.operation;

import org.aludel.schema.ConstraintName;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;

/** Operations on indexes that no constraint owns. */
public sealed interface IndexOperation extends Operation {
  /** The table that it is of. */
  QualifiedName table();

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

    R visitAlterStatistics(AlterStatistics operation);

    R visitAddTwin(AddTwin operation);

    R visitLoseTwin(LoseTwin operation);
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
   * Creates an index of a partition under its own name, before its whole gets the same: the two
   * become one.
   */
  record AddTwin(QualifiedName table, Index index) implements IndexOperation {
    @Override
    public LoseTwin inverse() {
      return new LoseTwin(table, index);
    }

    @Override
    public String describe() {
      return "create " + PartPhrase.index(table, index);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddTwin(this);
    }
  }

  /** The index of a partition went with that of its whole, by no statement. */
  record LoseTwin(QualifiedName table, Index index) implements IndexOperation {
    @Override
    public AddTwin inverse() {
      return new AddTwin(table, index);
    }

    @Override
    public String describe() {
      return "drop " + PartPhrase.index(table, index);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLoseTwin(this);
    }
  }

  /** Changes how finely the server looks at the keys of an index. */
  record AlterStatistics(QualifiedName table, Index from, Index to) implements IndexOperation {
    @Override
    public AlterStatistics inverse() {
      return new AlterStatistics(table, to, from);
    }

    @Override
    public String describe() {
      return "change index statistics  "
          + table
          + ": "
          + to.name()
          + " "
          + Phrase.change(from.statisticsTargets().toString(), to.statisticsTargets().toString());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterStatistics(this);
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
