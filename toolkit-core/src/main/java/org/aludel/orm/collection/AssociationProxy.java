package org.aludel.orm.collection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A collection of values seen through a collection of objects: tags of a book through the entities
 * that hold them, articles of an order through its lines.
 *
 * <pre>{@code
 * public Set<String> tagNames() {
 *   return AssociationProxy.set(() -> tags, Tag::getName, Tag::new);
 * }
 * }</pre>
 *
 * <p>A view holds nothing of its own: reading it loads the collection behind it, adding to it makes
 * an object, removing from it removes the object, and the cascades of the relationship do the rest.
 * In statements the same question is {@code BOOK.tags.any(TAG.name.eq("red"))}. As SQLAlchemy:
 * association_proxy, without the operators for statements.
 *
 * <p>The collection is asked for at each use, because a session puts its own into the field. Not
 * thread-safe, as the objects are not.
 */
public final class AssociationProxy {
  private AssociationProxy() {}

  /**
   * A view in the order of the list; {@code set(index, value)} replaces the object at that place.
   *
   * @param objects the attribute of the entity
   * @param value what is seen of an object
   * @param make a new object for a value
   */
  public static <T, V> List<V> list(
      Supplier<List<T>> objects, Function<? super T, V> value, Function<? super V, T> make) {
    return new ListProxy<>(objects, value, make);
  }

  /**
   * A view without order. A value that is there already is not added again; equal values of several
   * objects are seen as often as there are objects.
   *
   * @param objects the attribute of the entity
   * @param value what is seen of an object
   * @param make a new object for a value
   */
  public static <T, V> Set<V> set(
      Supplier<? extends Set<T>> objects,
      Function<? super T, V> value,
      Function<? super V, T> make) {
    return new SetProxy<>(objects, value, make);
  }

  /**
   * A view by the keys of the map behind it; {@code put} replaces the object of a key.
   *
   * @param objects the attribute of the entity
   * @param value what is seen of an object
   * @param make a new object for a key and its value
   */
  public static <K, T, V> Map<K, V> map(
      Supplier<Map<K, T>> objects,
      Function<? super T, V> value,
      BiFunction<? super K, ? super V, T> make) {
    return new MapProxy<>(objects, value, make);
  }
}
