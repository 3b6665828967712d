package org.aludel.ddl;

import org.aludel.schema.DefinedObject;
import org.aludel.schema.Grant;
import org.aludel.schema.ObjectReference;
import org.jspecify.annotations.Nullable;

/** Statements about objects of any kind, by their reference. */
public sealed interface ObjectDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitObject(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitCreateObject(CreateObject statement);

    R visitDropObject(DropObject statement);

    R visitCommentOn(CommentOn statement);

    R visitChangePrivileges(ChangePrivileges statement);

    R visitCheckBodies(CheckBodies statement);

    R visitRenameObject(RenameObject statement);

    R visitMoveObject(MoveObject statement);
  }

  /** The definition of an object; its alterations are statements of their own. */
  record CreateObject(DefinedObject object) implements ObjectDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateObject(this);
    }
  }

  /** {@code DROP}, without CASCADE. */
  record DropObject(ObjectReference object) implements ObjectDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropObject(this);
    }
  }

  /**
   * {@code ALTER … RENAME TO}; an attribute of a composite type is a column here. Casts, operators
   * and default privileges have no name of their own to change.
   *
   * @param to the new name, without a schema
   */
  record RenameObject(ObjectReference object, String to) implements ObjectDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRenameObject(this);
    }
  }

  /** {@code ALTER … SET SCHEMA}, for what is in a schema of its own right. */
  record MoveObject(ObjectReference object, String schema) implements ObjectDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMoveObject(this);
    }
  }

  /** {@code COMMENT ON}; a null comment removes it. */
  record CommentOn(ObjectReference object, @Nullable String comment) implements ObjectDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCommentOn(this);
    }
  }

  /** {@code GRANT} or {@code REVOKE}, or {@code ALTER DEFAULT PRIVILEGES} with one of them. */
  record ChangePrivileges(Grant grant) implements ObjectDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitChangePrivileges(this);
    }
  }

  /**
   * Whether the bodies of routines are checked when they are created. What a body of text needs is
   * unknown, so it may not exist yet. Holds for the session.
   */
  record CheckBodies(boolean check) implements ObjectDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCheckBodies(this);
    }
  }
}
