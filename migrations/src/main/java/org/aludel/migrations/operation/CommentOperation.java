package org.aludel.migrations.operation;

import org.aludel.ddl.CommentTarget;
import org.jspecify.annotations.Nullable;

/** Changes the comment of an object; null is none. */
public record CommentOperation(CommentTarget target, @Nullable String from, @Nullable String to)
    implements Operation {
  @Override
  public CommentOperation inverse() {
    return new CommentOperation(target, to, from);
  }

  @Override
  public String describe() {
    return (to == null ? "remove comment  " : "set comment  ") + target;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitComment(this);
  }
}
