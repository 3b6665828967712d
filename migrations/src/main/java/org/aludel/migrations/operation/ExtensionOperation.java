package org.aludel.migrations.operation;

import org.aludel.schema.Extension;
import org.jspecify.annotations.Nullable;

/** Operations on extensions. */
public sealed interface ExtensionOperation extends Operation {
  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitExtension(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitCreate(Create operation);

    R visitDrop(Drop operation);

    R visitMove(Move operation);

    R visitUpdate(Update operation);
  }

  /** Installs an extension. */
  record Create(Extension extension) implements ExtensionOperation {
    @Override
    public Drop inverse() {
      return new Drop(extension);
    }

    @Override
    public String describe() {
      return "create extension  " + extension.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreate(this);
    }
  }

  /** Removes an extension; the database refuses while anything uses it. */
  record Drop(Extension extension) implements ExtensionOperation {
    @Override
    public Create inverse() {
      return new Create(extension);
    }

    @Override
    public String describe() {
      return "drop extension  " + extension.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDrop(this);
    }
  }

  /** Moves the objects of an extension into another schema; null is the default schema. */
  record Move(String extension, @Nullable String from, @Nullable String to)
      implements ExtensionOperation {
    @Override
    public Move inverse() {
      return new Move(extension, to, from);
    }

    @Override
    public String describe() {
      return "move extension  "
          + extension
          + "  "
          + Phrase.change(
              from == null ? "default schema" : from, to == null ? "default schema" : to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMove(this);
    }
  }

  /** Brings an extension to another version. */
  record Update(String extension, String from, String to) implements ExtensionOperation {
    @Override
    public Update inverse() {
      return new Update(extension, to, from);
    }

    @Override
    public String describe() {
      return "update extension  " + extension + "  " + Phrase.change(from, to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitUpdate(this);
    }
  }
}
