package org.aludel.ddl;

import org.aludel.schema.Constraint;
import org.aludel.schema.QualifiedName;

/** Statements about constraints of a table that exists. */
public sealed interface ConstraintDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitConstraint(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitAddConstraint(AddConstraint statement);

    R visitAddConstraintUsingIndex(AddConstraintUsingIndex statement);

    R visitDropConstraint(DropConstraint statement);

    R visitRenameConstraint(RenameConstraint statement);

    R visitValidateConstraint(ValidateConstraint statement);
  }

  /** {@code ADD CONSTRAINT}, NOT VALID where the value says so. */
  record AddConstraint(QualifiedName table, Constraint constraint) implements ConstraintDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddConstraint(this);
    }
  }

  /**
   * {@code ADD CONSTRAINT … USING INDEX}: a primary key or unique constraint takes over a unique
   * index, which gets its name.
   */
  record AddConstraintUsingIndex(QualifiedName table, Constraint constraint, String index)
      implements ConstraintDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddConstraintUsingIndex(this);
    }
  }

  /** {@code DROP CONSTRAINT}, without CASCADE. */
  record DropConstraint(QualifiedName table, String name) implements ConstraintDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropConstraint(this);
    }
  }

  /** {@code RENAME CONSTRAINT}. */
  record RenameConstraint(QualifiedName table, String name, String to) implements ConstraintDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRenameConstraint(this);
    }
  }

  /** {@code VALIDATE CONSTRAINT}. */
  record ValidateConstraint(QualifiedName table, String name) implements ConstraintDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitValidateConstraint(this);
    }
  }
}
