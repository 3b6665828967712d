package org.aludel.instrument;

import java.util.List;
import org.aludel.error.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the elements of a collection apart into the attributes that are stored in columns, and
 * makes them from those. Nothing embedded is the same as nothing in all its columns, as it is in
 * the entity itself. Stateless.
 *
 * @param <V> the embeddable class
 */
public abstract class ElementAccess<V> {
  private final Class<V> type;
  private final List<String> parts;
  private final boolean immutable;

  /**
   * For generated code.
   *
   * @param immutable whether the class and what it embeds are records
   */
  protected ElementAccess(Class<V> type, List<String> parts, boolean immutable) {
    this.type = type;
    this.parts = List.copyOf(parts);
    this.immutable = immutable;
  }

  /** The embeddable class. */
  public final Class<V> type() {
    return type;
  }

  /** The paths of the attributes in columns, those of embedded ones with dots between them. */
  public final List<String> parts() {
    return parts;
  }

  /**
   * Checks that the class is as it was when its code was generated.
   *
   * @throws MappingException ORM-MAP-NO-GENERATED-CODE when it is not
   */
  public final void requireParts(Class<?> entity, List<String> paths) {
    if (!parts.equals(paths)) {
      String found = "the attributes " + parts + " of " + type.getName() + " instead of " + paths;
      throw GeneratedCode.stale(entity, found, null);
    }
  }

  /** Whether only what stands in the attributes can change, and not which it is. */
  public final boolean isImmutable() {
    return immutable;
  }

  /** The value of one attribute; primitives are boxed; null where nothing is embedded. */
  public abstract @Nullable Object get(V element, int part);

  /** A new element from the values of all attributes; null where all of them are null. */
  public abstract @Nullable V make(@Nullable Object[] values);

  /** For generated code: the failure of a part that does not exist. */
  protected final IndexOutOfBoundsException noPart(int part) {
    return new IndexOutOfBoundsException(
        "no part " + part + " in " + type.getName() + ", which has " + parts.size());
  }
}
