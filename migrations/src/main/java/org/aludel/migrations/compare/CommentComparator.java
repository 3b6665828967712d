package org.aludel.migrations.compare;

import java.util.Objects;
import java.util.Optional;
import org.aludel.ddl.CommentTarget;
import org.aludel.migrations.operation.CommentOperation;
import org.aludel.migrations.operation.Operation;
import org.jspecify.annotations.Nullable;

/** Finds another comment on an object that both sides have. */
final class CommentComparator {
  private CommentComparator() {}

  static Optional<Operation> compare(
      CommentTarget target, @Nullable String found, @Nullable String wanted) {
    return Objects.equals(found, wanted)
        ? Optional.empty()
        : Optional.of(new CommentOperation(target, found, wanted));
  }
}
