package org.aludel.dialect.postgresql;

import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.ConstraintDdl.AddConstraint;
import org.aludel.ddl.ConstraintDdl.AddConstraintUsingIndex;
import org.aludel.ddl.ConstraintDdl.DropConstraint;
import org.aludel.ddl.ConstraintDdl.RenameConstraint;
import org.aludel.ddl.ConstraintDdl.ValidateConstraint;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.schema.Constraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.UniqueConstraint;

/** Constraints of tables that exist. */
final class PostgresConstraintDdl implements ConstraintDdl.Visitor<String> {
  private final IdentifierQuoter quoter;

  /**
   * @param quoter writes names, in the schemas that are meant
   */
  PostgresConstraintDdl(IdentifierQuoter quoter) {
    this.quoter = quoter;
  }

  @Override
  public String visitAddConstraint(AddConstraint statement) {
    return alter(statement.table())
        + "ADD "
        + PostgresConstraintSql.of(statement.constraint(), quoter);
  }

  @Override
  public String visitAddConstraintUsingIndex(AddConstraintUsingIndex statement) {
    Constraint constraint = statement.constraint();
    return alter(statement.table())
        + "ADD CONSTRAINT "
        + quoter.quote(constraint.name().text())
        + (constraint instanceof PrimaryKey ? " PRIMARY KEY" : " UNIQUE")
        + " USING INDEX "
        + quoter.quote(statement.index())
        + PostgresConstraintSql.deferral(deferral(constraint));
  }

  @Override
  public String visitDropConstraint(DropConstraint statement) {
    return alter(statement.table()) + "DROP CONSTRAINT " + quoter.quote(statement.name());
  }

  @Override
  public String visitRenameConstraint(RenameConstraint statement) {
    return alter(statement.table())
        + "RENAME CONSTRAINT "
        + quoter.quote(statement.name())
        + " TO "
        + quoter.quote(statement.to());
  }

  @Override
  public String visitValidateConstraint(ValidateConstraint statement) {
    return alter(statement.table()) + "VALIDATE CONSTRAINT " + quoter.quote(statement.name());
  }

  private static Deferral deferral(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return key.deferral();
    }
    if (constraint instanceof UniqueConstraint unique) {
      return unique.deferral();
    }
    throw new CompileException(
        Problem.of(
                SqlCode.UNSUPPORTED_STATEMENT,
                "cannot add constraint \"" + constraint.name() + "\" over an index")
            .expected("a primary key or a unique constraint")
            .fix("add it by AddConstraint"));
  }

  private String alter(QualifiedName table) {
    return "ALTER TABLE " + quoter.quote(table) + " ";
  }
}
