package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.jspecify.annotations.Nullable;

/**
 * A list that loads its elements when it is first used; from then on an ordinary one. What is done
 * to it is found at the flush by comparison, so iterators and sub-lists work as those of {@link
 * ArrayList}. Printing it loads nothing.
 */
final class LazyList<E> implements List<E>, LazyCollection {
  private final CollectionSlot slot;
  private @Nullable List<E> elements;
  private @Nullable List<E> adopted;

  LazyList(CollectionSlot slot) {
    this.slot = slot;
  }

  private List<E> loaded() {
    List<E> known = elements;
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
    List<E> filled = new ArrayList<>((Collection<E>) values);
    List<E> given = adopted;
    if (given == null) {
      elements = filled;
    } else {
      given.clear();
      given.addAll(filled);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // it has the elements of this one
  public void adopt(@Nullable Object before) {
    if (before != null && before.getClass() == ArrayList.class) {
      adopted = (List<E>) before;
      elements = adopted;
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
  public boolean addAll(int index, Collection<? extends E> values) {
    return loaded().addAll(index, values);
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
  public void replaceAll(UnaryOperator<E> operator) {
    loaded().replaceAll(operator);
  }

  @Override
  public void sort(@Nullable Comparator<? super E> order) {
    loaded().sort(order);
  }

  @Override
  public void clear() {
    loaded().clear();
  }

  @Override
  public E get(int index) {
    return loaded().get(index);
  }

  @Override
  public E set(int index, E value) {
    return loaded().set(index, value);
  }

  @Override
  public void add(int index, E value) {
    loaded().add(index, value);
  }

  @Override
  public E remove(int index) {
    return loaded().remove(index);
  }

  @Override
  public int indexOf(@Nullable Object value) {
    return loaded().indexOf(value);
  }

  @Override
  public int lastIndexOf(@Nullable Object value) {
    return loaded().lastIndexOf(value);
  }

  @Override
  public ListIterator<E> listIterator() {
    return loaded().listIterator();
  }

  @Override
  public ListIterator<E> listIterator(int index) {
    return loaded().listIterator(index);
  }

  @Override
  public List<E> subList(int from, int to) {
    return loaded().subList(from, to);
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
