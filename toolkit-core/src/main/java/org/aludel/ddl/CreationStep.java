package org.aludel.ddl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.schema.ObjectReference;
import org.jspecify.annotations.Nullable;

/**
 * What creates an object or a part of one, what drops it, and what must exist before. Told apart by
 * identity.
 */
final class CreationStep {
  private final @Nullable ObjectReference produced;
  private final List<DdlStatement> create;
  private final List<DdlStatement> drop;
  private final Set<ObjectReference> needs = new LinkedHashSet<>();

  /**
   * @param produced what others may need, or null
   * @param drop empty for what goes with something else
   */
  CreationStep(
      @Nullable ObjectReference produced, List<DdlStatement> create, List<DdlStatement> drop) {
    this.produced = produced;
    this.create = List.copyOf(create);
    this.drop = List.copyOf(drop);
  }

  CreationStep needs(Iterable<ObjectReference> references) {
    references.forEach(needs::add);
    return this;
  }

  CreationStep needs(ObjectReference reference) {
    needs.add(reference);
    return this;
  }

  @Nullable ObjectReference produced() {
    return produced;
  }

  List<DdlStatement> create() {
    return create;
  }

  List<DdlStatement> drop() {
    return drop;
  }

  Set<ObjectReference> needs() {
    return needs;
  }
}
