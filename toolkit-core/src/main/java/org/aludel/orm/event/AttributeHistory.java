package org.aludel.orm.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** What an attribute of one value holds now; null for none. */
  public @Nullable Object newValue() {
    List<Object> now = hasChanges() ? added : unchanged;
    return now.isEmpty() ? null : now.get(0);
  }

  /** What its row holds; null for none. */
  public @Nullable Object oldValue() {
    List<Object> before = hasChanges() ? deleted : unchanged;
    return before.isEmpty() ? null : before.get(0);
  }

  private static List<Object> unmodifiable(Collection<Object> values) {
    return Collections.unmodifiableList(new ArrayList<>(values));
  }
}
