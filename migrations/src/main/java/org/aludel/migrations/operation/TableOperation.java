package org.aludel.migrations.operation;

import java.util.List;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;

/** Operations on whole tables. */
public sealed interface TableOperation extends Operation {
  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitTable(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitCreate(Create operation);

    R visitDrop(Drop operation);

    R visitRename(Rename operation);
  }

  /**
   * Creates a table with its columns and constraints and the sequences that its columns own.
   *
   * @param table without indexes, which are operations of their own
   * @param owned sequences with an owner in this table
   */
  record Create(Table table, List<Sequence> owned) implements TableOperation {
    public Create {
      table = table.withIndexes(List.of());
      owned = List.copyOf(owned);
    }

    @Override
    public Drop inverse() {
      return new Drop(table, owned);
    }

    @Override
    public String describe() {
      return "create table  " + table.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreate(this);
    }
  }

  /**
   * Drops a table and the sequences that its columns own.
   *
   * @param table without indexes, which are operations of their own
   */
  record Drop(Table table, List<Sequence> owned) implements TableOperation {
    public Drop {
      table = table.withIndexes(List.of());
      owned = List.copyOf(owned);
    }

    @Override
    public Create inverse() {
      return new Create(table, owned);
    }

    @Override
    public String describe() {
      return "drop table  " + table.name();
    }

    @Override
    public List<String> lossy() {
      return List.of(table.name() + ".*");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDrop(this);
    }
  }

  /** Renames a table, moves it to another schema, or both. */
  record Rename(QualifiedName from, QualifiedName to) implements TableOperation {
    @Override
    public Rename inverse() {
      return new Rename(to, from);
    }

    @Override
    public String describe() {
      return (from.name().equals(to.name()) ? "move table  " : "rename table  ")
          + Phrase.change(from.toString(), to.toString());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRename(this);
    }
  }
}
