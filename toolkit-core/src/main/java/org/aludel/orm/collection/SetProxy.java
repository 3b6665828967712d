package org.aludel.orm.collection;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Values of the objects of a set. */
final class SetProxy<T, V> extends AbstractSet<V> {
  private final Supplier<? extends Set<T>> objects;
  private final Function<? super T, V> value;
  private final Function<? super V, T> make;

  SetProxy(
      Supplier<? extends Set<T>> objects,
      Function<? super T, V> value,
      Function<? super V, T> make) {
    this.objects = objects;
    this.value = value;
    this.make = make;
  }

  @Override
  public Iterator<V> iterator() {
    Iterator<T> each = objects.get().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public V next() {
        return value.apply(each.next());
      }

      @Override
      public void remove() {
        each.remove();
      }
    };
  }

  @Override
  public int size() {
    return objects.get().size();
  }

  @Override
  public boolean add(V element) {
    return !contains(element) && objects.get().add(make.apply(element));
  }

  @Override
  public void clear() {
    objects.get().clear();
  }
}
