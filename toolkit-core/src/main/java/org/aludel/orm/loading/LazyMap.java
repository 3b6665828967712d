package org.aludel.orm.loading;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.state.ElementValues;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;
import org.jspecify.annotations.Nullable;

/**
 * As {@link LazyList}, for maps whose keys are an attribute of their values; entries keep the order
 * in which they were loaded.
 */
final class LazyMap<K, V> implements Map<K, V>, LazyCollection {
  private final CollectionSlot slot;
  private final @Nullable Function<Object, @Nullable Object> keyOf;
  private @Nullable Map<K, V> entries;
  private @Nullable Map<K, V> adopted;

  /** A map of objects, by what each of them says of its key. */
  LazyMap(CollectionSlot slot, Function<Object, @Nullable Object> keyOf) {
    this.slot = slot;
    this.keyOf = keyOf;
  }

  /** A map of values, which is filled with its entries. */
  LazyMap(CollectionSlot slot) {
    this.slot = slot;
    this.keyOf = null;
  }

  private Map<K, V> loaded() {
    Map<K, V> known = entries;
    if (known == null) {
      slot.load();
      known = entries;
      if (known == null) {
        throw new IllegalStateException("not filled: " + slot);
      }
    }
    return known;
  }

  @Override
  public boolean isLoaded() {
    return entries != null;
  }

  /** Two values under one key would lose one of them, which the next flush took for removed. */
  @Override
  @SuppressWarnings("unchecked") // the session fills a map with rows of its class, by their keys
  public void fill(Collection<?> values) {
    Map<K, V> filled = new LinkedHashMap<>();
    for (Object value : values) {
      if (keyOf == null) {
        ElementValues.Entry entry = (ElementValues.Entry) value;
        filled.put((K) entry.key(), (V) entry.value());
        continue;
      }
      K key = (K) keyOf.apply(value);
      V other = filled.putIfAbsent(key, (V) value);
      if (other != null && other != value) {
        throw duplicate(key, other, value);
      }
    }
    Map<K, V> given = adopted;
    if (given == null) {
      entries = filled;
    } else {
      given.clear();
      given.putAll(filled);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // it has the entries of this one
  public void adopt(@Nullable Object before) {
    if (before != null
        && (before.getClass() == HashMap.class || before.getClass() == LinkedHashMap.class)) {
      Map<K, V> filled = new LinkedHashMap<>(loaded());
      adopted = (Map<K, V>) before;
      adopted.clear();
      adopted.putAll(filled);
      entries = adopted;
    }
  }

  private UsageException duplicate(@Nullable Object key, Object one, Object other) {
    return new UsageException(
        Problem.of(SessionCode.MAP_KEY, "cannot fill the map \"" + slot + "\"")
            .found("two objects under the key \"" + key + "\": " + one + " and " + other)
            .expected("an attribute that has another value in each of them")
            .fix("make the column unique within its owner, or map a List"));
  }

  @Override
  public void unload() {
    entries = null;
    adopted = null;
  }

  @Override
  public Collection<?> elements() {
    return keyOf == null ? ElementValues.entries(loaded()) : loaded().values();
  }

  @Override
  public InstanceState<?> owner() {
    return slot.owner();
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
  public boolean containsKey(@Nullable Object key) {
    return loaded().containsKey(key);
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return loaded().containsValue(value);
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return loaded().get(key);
  }

  @Override
  public @Nullable V put(K key, V value) {
    return loaded().put(key, value);
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    return loaded().remove(key);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> others) {
    loaded().putAll(others);
  }

  @Override
  public void clear() {
    loaded().clear();
  }

  @Override
  public Set<K> keySet() {
    return loaded().keySet();
  }

  @Override
  public Collection<V> values() {
    return loaded().values();
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return loaded().entrySet();
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
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
    return entries == null ? "{" + slot + " not loaded}" : entries.toString();
  }
}
