package org.aludel.migrations.operation;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Identity;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Operations on one column. */
public sealed interface ColumnOperation extends Operation {
  /** The table that it is of. */
  QualifiedName table();

  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitColumn(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitAdd(Add operation);

    R visitDrop(Drop operation);

    R visitRename(Rename operation);

    R visitAlterType(AlterType operation);

    R visitAlterNullability(AlterNullability operation);

    R visitAlterDefault(AlterDefault operation);

    R visitAddIdentity(AddIdentity operation);

    R visitDropIdentity(DropIdentity operation);

    R visitAlterIdentity(AlterIdentity operation);

    R visitChangeComputed(ChangeComputed operation);

    R visitAlterOptions(AlterOptions operation);
  }

  /**
   * Adds a column at the end of a table.
   *
   * @param owned the sequence that the column owns, or null
   */
  record Add(QualifiedName table, Column column, @Nullable Sequence owned)
      implements ColumnOperation {
    @Override
    public Drop inverse() {
      return new Drop(table, column, owned);
    }

    @Override
    public String describe() {
      return "add column  " + table + "." + Phrase.column(column);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAdd(this);
    }
  }

  /**
   * Drops a column and the sequence that it owns.
   *
   * @param owned the sequence that the column owns, or null
   */
  record Drop(QualifiedName table, Column column, @Nullable Sequence owned)
      implements ColumnOperation {
    @Override
    public Add inverse() {
      return new Add(table, column, owned);
    }

    @Override
    public String describe() {
      return "drop column  " + table + "." + column.name();
    }

    @Override
    public List<String> lossy() {
      return column.computed() == null ? List.of(table + "." + column.name()) : List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDrop(this);
    }
  }

  /** Renames a column; constraints, indexes and expressions follow. */
  record Rename(QualifiedName table, String from, String to) implements ColumnOperation {
    @Override
    public Rename inverse() {
      return new Rename(table, to, from);
    }

    @Override
    public String describe() {
      return "rename column  " + table + "." + Phrase.change(from, to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRename(this);
    }
  }

  /**
   * Changes type or collation, and the default with it, which need not survive a change of type.
   */
  record AlterType(QualifiedName table, String column, ColumnType from, ColumnType to)
      implements ColumnOperation {
    @Override
    public AlterType inverse() {
      return new AlterType(table, column, to, from);
    }

    @Override
    public String describe() {
      return "change type  "
          + table
          + "."
          + column
          + " "
          + Phrase.change(from.toString(), to.toString());
    }

    @Override
    public List<String> lossy() {
      return from.narrowsTo(to) ? List.of(table + "." + column) : List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterType(this);
    }
  }

  /** Sets or drops NOT NULL. */
  record AlterNullability(
      QualifiedName table, String column, boolean fromNullable, boolean toNullable)
      implements ColumnOperation {
    @Override
    public AlterNullability inverse() {
      return new AlterNullability(table, column, toNullable, fromNullable);
    }

    @Override
    public String describe() {
      return (toNullable ? "drop not null  " : "set not null  ") + table + "." + column;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterNullability(this);
    }
  }

  /** Changes the server default; null is none. */
  record AlterDefault(
      QualifiedName table, String column, @Nullable String from, @Nullable String to)
      implements ColumnOperation {
    @Override
    public AlterDefault inverse() {
      return new AlterDefault(table, column, to, from);
    }

    @Override
    public String describe() {
      return "change default  "
          + table
          + "."
          + column
          + " "
          + Phrase.change(from == null ? "none" : from, to == null ? "none" : to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterDefault(this);
    }
  }

  /** Makes a column an identity, which begins behind the greatest value of the rows. */
  record AddIdentity(QualifiedName table, String column, Identity identity)
      implements ColumnOperation {
    @Override
    public DropIdentity inverse() {
      return new DropIdentity(table, column, identity);
    }

    @Override
    public String describe() {
      return "add identity  " + table + "." + column + " " + Phrase.identity(identity);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddIdentity(this);
    }
  }

  /** Makes an identity a plain column. */
  record DropIdentity(QualifiedName table, String column, Identity identity)
      implements ColumnOperation {
    @Override
    public AddIdentity inverse() {
      return new AddIdentity(table, column, identity);
    }

    @Override
    public String describe() {
      return "drop identity  " + table + "." + column;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropIdentity(this);
    }
  }

  /** Changes the options of an identity. */
  record AlterIdentity(QualifiedName table, String column, Identity from, Identity to)
      implements ColumnOperation {
    @Override
    public AlterIdentity inverse() {
      return new AlterIdentity(table, column, to, from);
    }

    @Override
    public String describe() {
      return "change identity  "
          + table
          + "."
          + column
          + " "
          + Phrase.change(Phrase.identity(from), Phrase.identity(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterIdentity(this);
    }
  }

  /**
   * Changes how the server keeps a column.
   *
   * @param type that of the column then
   */
  record AlterOptions(
      QualifiedName table, String column, SqlType<?> type, Column.Options from, Column.Options to)
      implements ColumnOperation {
    @Override
    public AlterOptions inverse() {
      return new AlterOptions(table, column, type, to, from);
    }

    @Override
    public String describe() {
      return "change column options  "
          + table
          + "."
          + column
          + ": "
          + OptionPhrase.change(from, to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterOptions(this);
    }
  }

  /**
   * Changes how a column is generated, or whether.
   *
   * @param from the whole column before, since the step may have to create it anew
   */
  record ChangeComputed(QualifiedName table, Column from, Column to) implements ColumnOperation {
    /** Whether the column is dropped and added; only a stored one can be made plain in place. */
    public boolean recreates() {
      return to.computed() != null || copies();
    }

    /** Whether the values of a virtual column are written into a plain one. */
    public boolean copies() {
      return to.computed() == null && from.computed() != null && !from.computed().stored();
    }

    @Override
    public ChangeComputed inverse() {
      return new ChangeComputed(table, to, from);
    }

    @Override
    public String describe() {
      return "change expression  "
          + table
          + "."
          + from.name()
          + " "
          + Phrase.change(Phrase.computed(from), Phrase.computed(to));
    }

    @Override
    public List<String> lossy() {
      return from.computed() == null ? List.of(table + "." + from.name()) : List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitChangeComputed(this);
    }
  }
}
