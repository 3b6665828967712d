package org.aludel.migrations.operation;

import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.QualifiedName;

/** Operations on constraints of a table that exists. */
public sealed interface ConstraintOperation extends Operation {
  /** The table that it is of. */
  QualifiedName table();

  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitConstraint(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitAdd(Add operation);

    R visitDrop(Drop operation);

    R visitRename(Rename operation);

    R visitValidate(Validate operation);

    R visitInvalidate(Invalidate operation);

    R visitAddTwin(AddTwin operation);

    R visitLoseTwin(LoseTwin operation);
  }

  /** Adds a constraint. */
  record Add(QualifiedName table, Constraint constraint) implements ConstraintOperation {
    @Override
    public Drop inverse() {
      return new Drop(table, constraint);
    }

    @Override
    public String describe() {
      return "add " + PartPhrase.constraint(table, constraint);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAdd(this);
    }
  }

  /** Drops a constraint. */
  record Drop(QualifiedName table, Constraint constraint) implements ConstraintOperation {
    @Override
    public Add inverse() {
      return new Add(table, constraint);
    }

    @Override
    public String describe() {
      return "drop " + PartPhrase.constraint(table, constraint);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDrop(this);
    }
  }

  /**
   * Renames a constraint, and the index behind it.
   *
   * @param constraint under its name before
   */
  record Rename(QualifiedName table, Constraint constraint, String to)
      implements ConstraintOperation {
    @Override
    public Rename inverse() {
      return new Rename(
          table,
          constraint.withName(new ConstraintName(to, constraint.name().given())),
          constraint.name().text());
    }

    @Override
    public String describe() {
      return "rename constraint  " + table + ": " + Phrase.change(constraint.name().text(), to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRename(this);
    }
  }

  /**
   * Adds a constraint to a partition under its own name, before its whole gets the same: the two
   * become one.
   */
  record AddTwin(QualifiedName table, Constraint constraint) implements ConstraintOperation {
    @Override
    public LoseTwin inverse() {
      return new LoseTwin(table, constraint);
    }

    @Override
    public String describe() {
      return "add " + PartPhrase.constraint(table, constraint);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddTwin(this);
    }
  }

  /** The constraint of a partition went with that of its whole, by no statement. */
  record LoseTwin(QualifiedName table, Constraint constraint) implements ConstraintOperation {
    @Override
    public AddTwin inverse() {
      return new AddTwin(table, constraint);
    }

    @Override
    public String describe() {
      return "drop " + PartPhrase.constraint(table, constraint);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLoseTwin(this);
    }
  }

  /**
   * Checks the rows that a NOT VALID constraint has let be.
   *
   * @param constraint as it is before, not validated
   */
  record Validate(QualifiedName table, Constraint constraint) implements ConstraintOperation {
    @Override
    public Invalidate inverse() {
      return new Invalidate(table, constraint);
    }

    @Override
    public String describe() {
      return "validate " + PartPhrase.constraint(table, constraint);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitValidate(this);
    }
  }

  /**
   * Drops a constraint and adds it as NOT VALID.
   *
   * @param constraint as it is afterwards, not validated
   */
  record Invalidate(QualifiedName table, Constraint constraint) implements ConstraintOperation {
    @Override
    public Validate inverse() {
      return new Validate(table, constraint);
    }

    @Override
    public String describe() {
      return "invalidate " + PartPhrase.constraint(table, constraint);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitInvalidate(this);
    }
  }
}
