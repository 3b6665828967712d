package org.aludel.orm.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * The objects of one result, in the order of its rows: what one of them lazily loads, the others
 * load with it. Strong references: the identity map holds the objects as long, and objects that
 * leave it leave their group. Loading makes a group of its own kind, which knows the options of the
 * statement. Not thread-safe.
 */
public class LoadGroup {
  private final List<InstanceState<?>> members = new ArrayList<>();

  /** Puts an object at the end; it leaves the group that it was in. */
  public final void add(InstanceState<?> state) {
    state.joinGroup(this, members.size());
    members.add(state);
  }

  /** Keeps no object alive that has left; not while rows of its result are read. */
  public final void forgetThoseThatLeft() {
    List<InstanceState<?>> all = List.copyOf(members);
    members.clear();
    all.stream().filter(state -> state.group() == this).forEach(this::add);
  }

  /** The members in the order in which they were added; a view. */
  public final List<InstanceState<?>> members() {
    return Collections.unmodifiableList(members);
  }

  /** How many objects were added. */
  public final int size() {
    return members.size();
  }

  /**
   * Up to {@code limit} members that pass the test: {@code first} itself, those behind it in row
   * order, then those before it, nearest first. Walking a result from either end therefore loads
   * whole windows.
   */
  public List<InstanceState<?>> around(
      InstanceState<?> first, int limit, Predicate<? super InstanceState<?>> wanted) {
    List<InstanceState<?>> found = new ArrayList<>();
    found.add(first);
    int start = first.groupIndex();
    for (int index = start + 1; index < members.size() && found.size() < limit; index++) {
      addIfWanted(members.get(index), wanted, found);
    }
    for (int index = start - 1; index >= 0 && found.size() < limit; index--) {
      addIfWanted(members.get(index), wanted, found);
    }
    return found;
  }

  private void addIfWanted(
      InstanceState<?> state,
      Predicate<? super InstanceState<?>> wanted,
      List<InstanceState<?>> found) {
    if (state.group() == this && wanted.test(state)) {
      found.add(state);
    }
  }
}
