package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What a flush would find changed in one attribute. For an attribute of one value each list has at
 * most one element, which may be null. All are empty for an attribute that was not read.
 *
 * @param added what the object holds and the row does not
 * @param unchanged what both hold
 * @param deleted what the row holds and the object does not any more
 */
public record AttributeHistory(List<Object> added, List<Object> unchanged, List<Object> deleted) {
  public AttributeHistory {
    added = unmodifiable(added);
    unchanged = unmodifiable(unchanged);
    deleted = unmodifiable(deleted);
  }

  /** Whether the attribute differs from its row. */
  public boolean hasChanges() {
    return !added.isEmpty() || !deleted.isEmpty();
  }

  private static List<Object> unmodifiable(Collection<Object> values) {
    return Collections.unmodifiableList(new ArrayList<>(values));
  }
}
