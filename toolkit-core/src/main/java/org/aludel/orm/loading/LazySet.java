package org.aludel.orm.loading;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.jspecify.annotations.Nullable;

/** As {@link LazyList}, for sets; elements keep the order in which they were loaded. */
final class LazySet<E> implements Set<E>, LazyCollection {
  private final CollectionSlot slot;
  private @Nullable Set<E> elements;
  private @Nullable Set<E> adopted;

  LazySet(CollectionSlot slot) {
    this.slot = slot;
  }

  private Set<E> loaded() {
    Set<E> known = elements;
    if (known == null) {
      slot.load();
      known = elements;
      if (known == null) {
        throw new IllegalStateException("not filled: " + slot);
      }
    }
    return known;
  }

  @Override
  public boolean isLoaded() {
    return elements != null;
  }

  @Override
  @SuppressWarnings("unchecked") // the session fills a collection with rows of its element class
  public void fill(Collection<?> values) {
    Set<E> filled = new LinkedHashSet<>((Collection<E>) values);
    Set<E> given = adopted;
    if (given == null) {
      elements = filled;
    } else {
      given.clear();
      given.addAll(filled);
    }
  }

  /** Their elements are put anew, as ids that the flush has made may have changed their hashes. */
  @Override
  @SuppressWarnings("unchecked") // it has the elements of this one
  public void adopt(@Nullable Object before) {
    if (before != null
        && (before.getClass() == HashSet.class || before.getClass() == LinkedHashSet.class)) {
      Set<E> filled = loaded();
      adopted = (Set<E>) before;
      elements = adopted;
      fill(filled);
    }
  }

  @Override
  public void unload() {
    elements = null;
    adopted = null;
  }

  @Override
  public Collection<?> elements() {
    return this;
  }

  @Override
  public InstanceState<?> owner() {
    return slot.owner();
  }

  CollectionSlot slot() {
    return slot;
  }

  @Override
  public int size() {
    return loaded().size();
  }

  @Override
  public boolean isEmpty() {
    return loaded().isEmpty();
  }

  @Override
  public boolean contains(@Nullable Object value) {
    return loaded().contains(value);
  }

  @Override
  public Iterator<E> iterator() {
    return loaded().iterator();
  }

  @Override
  public @Nullable Object[] toArray() {
    return loaded().toArray();
  }

  @Override
  public <T extends @Nullable Object> T[] toArray(T[] target) {
    return loaded().toArray(target);
  }

  @Override
  public <T extends @Nullable Object> T[] toArray(IntFunction<T[]> generator) {
    return loaded().toArray(generator);
  }

  @Override
  public boolean add(E value) {
    return loaded().add(value);
  }

  @Override
  public boolean remove(@Nullable Object value) {
    return loaded().remove(value);
  }

  @Override
  public boolean containsAll(Collection<?> values) {
    return loaded().containsAll(values);
  }

  @Override
  public boolean addAll(Collection<? extends E> values) {
    return loaded().addAll(values);
  }

  @Override
  public boolean removeAll(Collection<?> values) {
    return loaded().removeAll(values);
  }

  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    return loaded().removeIf(filter);
  }

  @Override
  public boolean retainAll(Collection<?> values) {
    return loaded().retainAll(values);
  }

  @Override
  public void clear() {
    loaded().clear();
  }

  @Override
  public Spliterator<E> spliterator() {
    return loaded().spliterator();
  }

  @Override
  public Stream<E> stream() {
    return loaded().stream();
  }

  @Override
  public Stream<E> parallelStream() {
    return loaded().parallelStream();
  }

  @Override
  public void forEach(Consumer<? super E> action) {
    loaded().forEach(action);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || loaded().equals(other);
  }

  @Override
  public int hashCode() {
    return loaded().hashCode();
  }

  @Override
  public String toString() {
    return elements == null ? "[" + slot + " not loaded]" : elements.toString();
  }
}
