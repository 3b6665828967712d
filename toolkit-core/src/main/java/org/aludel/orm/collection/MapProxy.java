package org.aludel.orm.collection;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of the objects of a map, by the same keys. */
final class MapProxy<K, T, V> extends AbstractMap<K, V> {
  private final Supplier<Map<K, T>> objects;
  private final Function<? super T, V> value;
  private final BiFunction<? super K, ? super V, T> make;

  MapProxy(
      Supplier<Map<K, T>> objects,
      Function<? super T, V> value,
      BiFunction<? super K, ? super V, T> make) {
    this.objects = objects;
    this.value = value;
    this.make = make;
  }

  @Override
  public @Nullable V put(K key, V element) {
    return seen(objects.get().put(key, make.apply(key, element)));
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return seen(objects.get().get(key));
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return objects.get().containsKey(key);
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    return seen(objects.get().remove(key));
  }

  private @Nullable V seen(@Nullable T object) {
    return object == null ? null : value.apply(object);
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return entries(objects.get().entrySet().iterator());
      }

      @Override
      public int size() {
        return objects.get().size();
      }
    };
  }

  private Iterator<Map.Entry<K, V>> entries(Iterator<Map.Entry<K, T>> each) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public Map.Entry<K, V> next() {
        Map.Entry<K, T> entry = each.next();
        return new SimpleEntry<>(entry.getKey(), value.apply(entry.getValue())) {
          private static final long serialVersionUID = 1L;

          @Override
          public V setValue(V element) {
            entry.setValue(make.apply(entry.getKey(), element));
            return super.setValue(element);
          }
        };
      }

      @Override
      public void remove() {
        each.remove();
      }
    };
  }
}
