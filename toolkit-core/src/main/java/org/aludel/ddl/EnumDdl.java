package org.aludel.ddl;

import org.aludel.schema.EnumType;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Statements about enum types. */
public sealed interface EnumDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitEnum(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitCreateEnum(CreateEnum statement);

    R visitAddEnumValue(AddEnumValue statement);

    R visitRenameEnumValue(RenameEnumValue statement);

    R visitRenameEnum(RenameEnum statement);

    R visitDropEnum(DropEnum statement);
  }

  /** {@code CREATE TYPE … AS ENUM}. */
  record CreateEnum(EnumType type) implements EnumDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateEnum(this);
    }
  }

  /** {@code ALTER TYPE … ADD VALUE}: before or behind a label, at the end when both are null. */
  record AddEnumValue(
      QualifiedName type, String label, @Nullable String before, @Nullable String after)
      implements EnumDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAddEnumValue(this);
    }
  }

  /** {@code ALTER TYPE … RENAME VALUE}. */
  record RenameEnumValue(QualifiedName type, String from, String to) implements EnumDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRenameEnumValue(this);
    }
  }

  /** {@code ALTER TYPE … RENAME TO}, within its schema. */
  record RenameEnum(QualifiedName type, String to) implements EnumDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRenameEnum(this);
    }
  }

  /** {@code DROP TYPE}. */
  record DropEnum(QualifiedName type) implements EnumDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropEnum(this);
    }
  }
}
