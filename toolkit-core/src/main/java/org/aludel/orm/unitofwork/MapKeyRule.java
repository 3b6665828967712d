package org.aludel.orm.unitofwork;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** What was put into maps must stand under the key that its own attribute says. */
final class MapKeyRule {
  private final PersistenceContext context;

  MapKeyRule(PersistenceContext context) {
    this.context = context;
  }

  /**
   * Looks at what was added; the map is in the field still.
   *
   * @throws UsageException with {@code MAP_KEY} for an element under another key than its own
   */
  void check(List<CollectionChange> changes) {
    changes.forEach(change -> check(change.owner(), change));
  }

  private <E> void check(InstanceState<E> owner, CollectionChange change) {
    BasicProperty key = change.relationship().mapKey();
    int slot = change.relationship().slot();
    if (key != null && owner.model().access().get(owner.entity(), slot) instanceof Map<?, ?> map) {
      Set<Object> added = CollectionChange.identitySet(change.added());
      map.forEach(
          (given, element) -> {
            if (element != null && added.contains(element)) {
              requireSame(change, key, given, element);
            }
          });
    }
  }

  private void requireSame(
      CollectionChange change, BasicProperty key, @Nullable Object given, Object element) {
    InstanceState<Object> state = context.find(element);
    Object own = state == null ? given : state.model().access().get(element, key.slot());
    if (given == null || !given.equals(own)) {
      throw new UsageException(
          Problem.of(
                  SessionCode.MAP_KEY,
                  "cannot flush \""
                      + change.relationship()
                      + "\" of \""
                      + change.owner().model().describe(change.owner().key())
                      + "\"")
              .found("an object under \"" + given + "\" whose \"" + key.name() + "\" is " + own)
              .expected("objects under the value of their own \"" + key.name() + "\"")
              .fix("set \"" + key.name() + "\" before the object is put, and put it under that"));
    }
  }
}
