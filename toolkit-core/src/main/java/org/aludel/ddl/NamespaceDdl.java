package org.aludel.ddl;

import org.aludel.schema.Extension;
import org.aludel.schema.Namespace;

/** Statements about schemas and extensions. */
public sealed interface NamespaceDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitNamespace(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitCreateSchema(CreateSchema statement);

    R visitDropSchema(DropSchema statement);

    R visitCreateExtension(CreateExtension statement);

    R visitUpdateExtension(UpdateExtension statement);

    R visitSetExtensionSchema(SetExtensionSchema statement);

    R visitDropExtension(DropExtension statement);
  }

  /** {@code CREATE SCHEMA}; the comment is a statement of its own. */
  record CreateSchema(Namespace schema) implements NamespaceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateSchema(this);
    }
  }

  /** {@code DROP SCHEMA}, which the database refuses while it holds anything. */
  record DropSchema(String name) implements NamespaceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropSchema(this);
    }
  }

  /** {@code CREATE EXTENSION}, with the schema and version that are given. */
  record CreateExtension(Extension extension) implements NamespaceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateExtension(this);
    }
  }

  /** {@code ALTER EXTENSION … UPDATE TO}. */
  record UpdateExtension(String name, String version) implements NamespaceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitUpdateExtension(this);
    }
  }

  /** {@code ALTER EXTENSION … SET SCHEMA}. */
  record SetExtensionSchema(String name, String schema) implements NamespaceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetExtensionSchema(this);
    }
  }

  /** {@code DROP EXTENSION}. */
  record DropExtension(String name) implements NamespaceDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropExtension(this);
    }
  }
}
