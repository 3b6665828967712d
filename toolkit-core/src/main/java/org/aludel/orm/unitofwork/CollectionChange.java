package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;

/**
 * What the application did to one collection, elements compared by identity.
 *
 * @param collection index of the relationship in the model's collections
 * @param now the elements now, in their order
 */
record CollectionChange(
    InstanceState<?> owner, int collection, List<?> now, List<Object> added, List<Object> removed) {

  static CollectionChange between(
      InstanceState<?> owner, int collection, List<?> before, List<?> now) {
    return new CollectionChange(owner, collection, now, missing(now, before), missing(before, now));
  }

  Relationship relationship() {
    return owner.model().collections().get(collection);
  }

  boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  static boolean same(List<?> before, List<?> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int index = 0; index < before.size(); index++) {
      if (before.get(index) != now.get(index)) {
        return false;
      }
    }
    return true;
  }

  static Set<Object> identitySet(List<?> elements) {
    Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(elements);
    return set;
  }

  private static List<Object> missing(List<?> elements, List<?> others) {
    Set<Object> known = identitySet(others);
    List<Object> missing = new ArrayList<>();
    for (Object element : elements) {
      if (!known.contains(element)) {
        missing.add(element);
      }
    }
    return missing;
  }
}
