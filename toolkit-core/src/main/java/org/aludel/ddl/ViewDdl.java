package org.aludel.ddl;

import org.aludel.schema.QualifiedName;
import org.aludel.schema.View;

/** Statements about views and materialized views. */
public sealed interface ViewDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitView(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitCreateView(CreateView statement);

    R visitReplaceView(ReplaceView statement);

    R visitRefreshView(RefreshView statement);

    R visitDropView(DropView statement);
  }

  /**
   * {@code CREATE VIEW}; a materialized view is created without data, its indexes are statements of
   * their own.
   */
  record CreateView(View view) implements ViewDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateView(this);
    }
  }

  /**
   * {@code CREATE OR REPLACE VIEW}, which takes a plain view whose columns begin with those that it
   * has.
   */
  record ReplaceView(View view) implements ViewDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitReplaceView(this);
    }
  }

  /** {@code REFRESH MATERIALIZED VIEW}. */
  record RefreshView(QualifiedName view) implements ViewDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRefreshView(this);
    }
  }

  /** {@code DROP VIEW} or {@code DROP MATERIALIZED VIEW}, without CASCADE. */
  record DropView(QualifiedName view, boolean materialized) implements ViewDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropView(this);
    }
  }
}
