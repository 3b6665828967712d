package org.aludel.ddl;

import org.jspecify.annotations.Nullable;

/** {@code COMMENT ON … IS …}; a null comment removes it. */
public record SetComment(CommentTarget target, @Nullable String comment) implements DdlStatement {
  @Override
  public <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitSetComment(this);
  }
}
