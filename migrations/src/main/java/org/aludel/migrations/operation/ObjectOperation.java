package org.aludel.migrations.operation;

import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/**
 * Operations on what stands beside the tables and is created by a definition: views, routines,
 * triggers, rules, policies, types and the like.
 */
public sealed interface ObjectOperation extends Operation {
  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitObject(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitCreate(Create operation);

    R visitDrop(Drop operation);

    R visitReplace(Replace operation);

    R visitComment(Comment operation);

    R visitCheckBodies(CheckBodies operation);

    R visitRename(Rename operation);
  }

  /** Creates an object with its comments. */
  record Create(SchemaObject object) implements ObjectOperation {
    @Override
    public Drop inverse() {
      return new Drop(object);
    }

    @Override
    public String describe() {
      return "create " + named(object.reference());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreate(this);
    }
  }

  /** Drops an object that nothing needs by then. */
  record Drop(SchemaObject object) implements ObjectOperation {
    @Override
    public Create inverse() {
      return new Create(object);
    }

    @Override
    public String describe() {
      return "drop " + named(object.reference());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDrop(this);
    }
  }

  /**
   * Gives an object another definition in its place, whatever needs it; possible both ways. Its
   * comments stay.
   */
  record Replace(SchemaObject from, SchemaObject to) implements ObjectOperation {
    @Override
    public Replace inverse() {
      return new Replace(to, from);
    }

    @Override
    public String describe() {
      return AttributePhrase.of(from, to).orElseGet(() -> "replace " + named(to.reference()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitReplace(this);
    }
  }

  /** Changes the comment of an object or of a part of one; null is none. */
  record Comment(ObjectReference on, @Nullable String from, @Nullable String to)
      implements ObjectOperation {
    @Override
    public Comment inverse() {
      return new Comment(on, to, from);
    }

    @Override
    public String describe() {
      return (to == null ? "remove comment  " : "set comment  ") + on;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitComment(this);
    }
  }

  /**
   * Whether the bodies of routines are checked from now on: what a body of text needs is unknown to
   * the server, so it may not exist yet.
   */
  record CheckBodies(boolean check) implements ObjectOperation {
    @Override
    public CheckBodies inverse() {
      return new CheckBodies(!check);
    }

    @Override
    public String describe() {
      return (check ? "check" : "leave unchecked") + "  bodies of routines";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCheckBodies(this);
    }
  }

  /**
   * Gives a type, view, routine, schema, trigger, policy and the like another name; what the server
   * holds as parsed follows.
   *
   * @param to of the same kind; a part is of the same object
   */
  record Rename(ObjectReference from, ObjectReference to) implements ObjectOperation {
    @Override
    public Rename inverse() {
      return new Rename(to, from);
    }

    @Override
    public String describe() {
      return "rename "
          + (from.kind() == ObjectKind.COLUMN ? "attribute" : from.kind().label())
          + "  "
          + Phrase.change(from.asUncovered().name().toString(), to.asUncovered().name().toString());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRename(this);
    }
  }

  private static String named(ObjectReference reference) {
    return reference.kind().label() + "  " + reference.asUncovered().name();
  }
}
