package org.aludel.ddl;

import org.aludel.schema.CheckConstraint;
import org.aludel.schema.CompositeType;
import org.aludel.schema.Domain;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.RangeType;
import org.jspecify.annotations.Nullable;

/** Statements about domains, composite types and range types. */
public sealed interface TypeDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitType(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitCreateDomain(CreateDomain statement);

    R visitAddDomainCheck(AddDomainCheck statement);

    R visitDropDomainCheck(DropDomainCheck statement);

    R visitCreateComposite(CreateComposite statement);

    R visitCreateRange(CreateRange statement);

    R visitDropType(DropType statement);

    R visitSetDomainDefault(SetDomainDefault statement);

    R visitSetDomainNotNull(SetDomainNotNull statement);

    R visitAddAttribute(AddAttribute statement);

    R visitAlterAttribute(AlterAttribute statement);

    R visitDropAttribute(DropAttribute statement);
  }

  /** {@code CREATE DOMAIN} with all its checks, which must be validated. */
  record CreateDomain(Domain domain) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateDomain(this);
    }
  }

  /** {@code ALTER DOMAIN … ADD CONSTRAINT}, NOT VALID where the value says so. */
  record AddDomainCheck(QualifiedName domain, CheckConstraint check) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddDomainCheck(this);
    }
  }

  /** {@code ALTER DOMAIN … DROP CONSTRAINT}. */
  record DropDomainCheck(QualifiedName domain, String check) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropDomainCheck(this);
    }
  }

  /** {@code CREATE TYPE … AS (…)}. */
  record CreateComposite(CompositeType type) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateComposite(this);
    }
  }

  /** {@code CREATE TYPE … AS RANGE}. */
  record CreateRange(RangeType type) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateRange(this);
    }
  }

  /** {@code ALTER DOMAIN … SET DEFAULT}, the expression as SQL; null drops it. */
  record SetDomainDefault(QualifiedName domain, @Nullable String sql) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetDomainDefault(this);
    }
  }

  /** {@code ALTER DOMAIN … SET NOT NULL}, or the opposite. */
  record SetDomainNotNull(QualifiedName domain, boolean notNull) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetDomainNotNull(this);
    }
  }

  /** {@code ALTER TYPE … ADD ATTRIBUTE}, at the end. */
  record AddAttribute(QualifiedName type, CompositeType.Attribute attribute) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddAttribute(this);
    }
  }

  /** {@code ALTER ATTRIBUTE … TYPE}, which the server refuses while a table has such a column. */
  record AlterAttribute(QualifiedName type, CompositeType.Attribute attribute) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlterAttribute(this);
    }
  }

  /** {@code ALTER TYPE … DROP ATTRIBUTE}. */
  record DropAttribute(QualifiedName type, String attribute) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropAttribute(this);
    }
  }

  /** {@code DROP TYPE}, or {@code DROP DOMAIN}. */
  record DropType(ObjectReference type) implements TypeDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropType(this);
    }
  }
}
