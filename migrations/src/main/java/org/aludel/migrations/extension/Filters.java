package org.aludel.migrations.extension;

import java.util.ArrayList;
import java.util.List;

/** All filters of a comparison: an object counts when each of them admits it. Immutable. */
public record Filters(List<NameFilter> names, List<ObjectFilter> objects) {
  public Filters {
    names = List.copyOf(names);
    objects = List.copyOf(objects);
  }

  /** Nothing is hidden. */
  public static Filters none() {
    return new Filters(List.of(), List.of());
  }

  /** The same and one more. */
  public Filters byName(NameFilter filter) {
    List<NameFilter> more = new ArrayList<>(names);
    more.add(filter);
    return new Filters(more, objects);
  }

  /** The same and one more. */
  public Filters byObject(ObjectFilter filter) {
    List<ObjectFilter> more = new ArrayList<>(objects);
    more.add(filter);
    return new Filters(names, more);
  }

  /** Whether all filters by name admit the object. */
  public boolean admits(ComparedName name) {
    return names.stream().allMatch(each -> ExtensionCall.ask(each, name, () -> each.admits(name)));
  }

  /** Whether all filters by object admit the object. */
  public boolean admits(ComparedObject object) {
    return objects.stream()
        .allMatch(each -> ExtensionCall.ask(each, object.name(), () -> each.admits(object)));
  }
}
