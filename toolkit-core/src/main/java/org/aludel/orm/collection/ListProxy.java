package org.aludel.orm.collection;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Values in the order of the objects that hold them. */
final class ListProxy<T, V> extends AbstractList<V> {
  private final Supplier<List<T>> objects;
  private final Function<? super T, V> value;
  private final Function<? super V, T> make;

  ListProxy(Supplier<List<T>> objects, Function<? super T, V> value, Function<? super V, T> make) {
    this.objects = objects;
    this.value = value;
    this.make = make;
  }

  @Override
  public V get(int index) {
    return value.apply(objects.get().get(index));
  }

  @Override
  public int size() {
    return objects.get().size();
  }

  @Override
  public V set(int index, V element) {
    return value.apply(objects.get().set(index, make.apply(element)));
  }

  @Override
  public void add(int index, V element) {
    objects.get().add(index, make.apply(element));
    modCount++;
  }

  @Override
  public V remove(int index) {
    V removed = value.apply(objects.get().remove(index));
    modCount++;
    return removed;
  }

  /** All at once: one by one would move what is behind each time. */
  @Override
  public void clear() {
    objects.get().clear();
    modCount++;
  }
}
