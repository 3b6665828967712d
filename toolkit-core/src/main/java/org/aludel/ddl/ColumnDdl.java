package org.aludel.ddl;

import org.aludel.schema.Column;
import org.aludel.schema.Identity;
import org.aludel.schema.QualifiedName;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Statements about one column. */
public sealed interface ColumnDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitColumn(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitAddColumn(AddColumn statement);

    R visitDropColumn(DropColumn statement);

    R visitRenameColumn(RenameColumn statement);

    R visitAlterColumnType(AlterColumnType statement);

    R visitSetNotNull(SetNotNull statement);

    R visitDropNotNull(DropNotNull statement);

    R visitSetDefault(SetDefault statement);

    R visitDropDefault(DropDefault statement);

    R visitAddIdentity(AddIdentity statement);

    R visitAlterIdentity(AlterIdentity statement);

    R visitDropIdentity(DropIdentity statement);

    R visitDropExpression(DropExpression statement);

    R visitSetColumnOptions(SetColumnOptions statement);

    R visitAlterColumnOptions(AlterColumnOptions statement);
  }

  /** {@code ADD COLUMN}; the comment is a statement of its own. */
  record AddColumn(QualifiedName table, Column column) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddColumn(this);
    }
  }

  /** {@code DROP COLUMN}, without CASCADE. */
  record DropColumn(QualifiedName table, String column) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropColumn(this);
    }
  }

  /** {@code RENAME COLUMN}. */
  record RenameColumn(QualifiedName table, String column, String to) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRenameColumn(this);
    }
  }

  /**
   * {@code ALTER COLUMN … TYPE}; {@code collation} as in {@link Column}, {@code using} is SQL or
   * null.
   */
  record AlterColumnType(
      QualifiedName table,
      String column,
      SqlType<?> type,
      @Nullable String collation,
      @Nullable String using)
      implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterColumnType(this);
    }
  }

  /** {@code SET NOT NULL}. */
  record SetNotNull(QualifiedName table, String column) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetNotNull(this);
    }
  }

  /** {@code DROP NOT NULL}. */
  record DropNotNull(QualifiedName table, String column) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropNotNull(this);
    }
  }

  /** {@code SET DEFAULT}, the expression as SQL. */
  record SetDefault(QualifiedName table, String column, String sql) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetDefault(this);
    }
  }

  /** {@code DROP DEFAULT}. */
  record DropDefault(QualifiedName table, String column) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropDefault(this);
    }
  }

  /** {@code ADD GENERATED … AS IDENTITY}; the column must be NOT NULL and without default. */
  record AddIdentity(QualifiedName table, String column, Identity identity) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddIdentity(this);
    }
  }

  /** {@code SET GENERATED} and the options that differ. */
  record AlterIdentity(QualifiedName table, String column, Identity from, Identity to)
      implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterIdentity(this);
    }
  }

  /** {@code DROP IDENTITY}; its sequence goes with it. */
  record DropIdentity(QualifiedName table, String column) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropIdentity(this);
    }
  }

  /**
   * {@code DROP EXPRESSION}: a stored generated column becomes a plain one and keeps its values.
   */
  record DropExpression(QualifiedName table, String column) implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropExpression(this);
    }
  }

  /** The same of a column that had other options; what differs is set, or reset to the default. */
  record AlterColumnOptions(
      QualifiedName table, String column, SqlType<?> type, Column.Options from, Column.Options to)
      implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterColumnOptions(this);
    }
  }

  /**
   * Storage, compression, statistics target and parameters; what is the default is not mentioned.
   */
  record SetColumnOptions(QualifiedName table, String column, Column.Options options)
      implements ColumnDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetColumnOptions(this);
    }
  }
}
