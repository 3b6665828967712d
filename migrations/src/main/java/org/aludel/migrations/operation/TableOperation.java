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

    R visitAlterOptions(AlterOptions operation);

    R visitAttach(Attach operation);

    R visitDetach(Detach operation);

    R visitInherit(Inherit operation);

    R visitDisinherit(Disinherit operation);
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

  /** Changes how the server keeps a table, and whether its policies count. */
  record AlterOptions(QualifiedName table, Table.Options from, Table.Options to)
      implements TableOperation {
    @Override
    public AlterOptions inverse() {
      return new AlterOptions(table, to, from);
    }

    @Override
    public String describe() {
      return "change options  " + table + ": " + OptionPhrase.change(from, to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterOptions(this);
    }
  }

  /** Makes a table a partition of another. */
  record Attach(QualifiedName whole, QualifiedName table, String bound) implements TableOperation {
    @Override
    public Detach inverse() {
      return new Detach(whole, table, bound);
    }

    @Override
    public String describe() {
      return "attach partition  " + whole + ": " + table + " " + bound;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAttach(this);
    }
  }

  /** Makes a partition a table of its own. */
  record Detach(QualifiedName whole, QualifiedName table, String bound) implements TableOperation {
    @Override
    public Attach inverse() {
      return new Attach(whole, table, bound);
    }

    @Override
    public String describe() {
      return "detach partition  " + whole + ": " + table + " " + bound;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDetach(this);
    }
  }

  /** Makes a table inherit from another, whose columns it has already. */
  record Inherit(QualifiedName table, QualifiedName parent) implements TableOperation {
    @Override
    public Disinherit inverse() {
      return new Disinherit(table, parent);
    }

    @Override
    public String describe() {
      return "inherit  " + table + " from " + parent;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitInherit(this);
    }
  }

  /** Makes a table inherit no longer; it keeps its columns. */
  record Disinherit(QualifiedName table, QualifiedName parent) implements TableOperation {
    @Override
    public Inherit inverse() {
      return new Inherit(table, parent);
    }

    @Override
    public String describe() {
      return "inherit no longer  " + table + " from " + parent;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDisinherit(this);
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
