package org.aludel.migrations.operation;

import org.aludel.schema.Namespace;

/** Operations on schemas. */
public sealed interface NamespaceOperation extends Operation {
  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitNamespace(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitCreate(Create operation);

    R visitDrop(Drop operation);
  }

  /** Creates an empty schema. */
  record Create(Namespace namespace) implements NamespaceOperation {
    @Override
    public Drop inverse() {
      return new Drop(namespace);
    }

    @Override
    public String describe() {
      return "create schema  " + namespace.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreate(this);
    }
  }

  /** Drops a schema that is empty by then. */
  record Drop(Namespace namespace) implements NamespaceOperation {
    @Override
    public Create inverse() {
      return new Create(namespace);
    }

    @Override
    public String describe() {
      return "drop schema  " + namespace.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDrop(this);
    }
  }
}
