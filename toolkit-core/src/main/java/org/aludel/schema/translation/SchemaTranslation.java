package org.aludel.schema.translation;

import java.util.HashMap;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Which schema stands in for which when a statement is sent, so that one model and one compiled
 * statement serve many tenants. All are replaced at once: two schemas may change places. Immutable;
 * equal where it replaces the same.
 *
 * <pre>{@code
 * SchemaTranslation.of("tenant", "acme")        // tenant.orders → acme.orders
 * SchemaTranslation.ofDefault("acme")           // orders        → acme.orders
 *     .and("tenant", null);                     // tenant.orders → orders
 * }</pre>
 */
public final class SchemaTranslation {
  /** Every schema stays. */
  public static final SchemaTranslation NONE = new SchemaTranslation(new HashMap<>());

  /** A map of the kind that takes null; never changed. */
  private final Map<@Nullable String, @Nullable String> replaced;

  private final int hash;

  private SchemaTranslation(Map<@Nullable String, @Nullable String> replaced) {
    this.replaced = replaced;
    this.hash = replaced.hashCode();
  }

  /**
   * One schema for another.
   *
   * @param from as the model has it, exact; null for what has no schema
   * @param to null for no schema: the server then looks along its search path
   * @throws SchemaException INVALID_NAME for an empty name
   */
  public static SchemaTranslation of(@Nullable String from, @Nullable String to) {
    return NONE.and(from, to);
  }

  /** A schema for all that has none. */
  public static SchemaTranslation ofDefault(String to) {
    return NONE.and(null, to);
  }

  /**
   * As SQLAlchemy's schema_translate_map: each key is replaced by its value; either may be null.
   */
  public static SchemaTranslation of(Map<@Nullable String, @Nullable String> map) {
    SchemaTranslation all = NONE;
    for (Map.Entry<@Nullable String, @Nullable String> each : map.entrySet()) {
      all = all.and(each.getKey(), each.getValue());
    }
    return all;
  }

  /** The same with one more schema, or with another one in place of it; errors as above. */
  public SchemaTranslation and(@Nullable String from, @Nullable String to) {
    requireName(from);
    requireName(to);
    Map<@Nullable String, @Nullable String> more = new HashMap<>(replaced);
    more.put(from, to);
    return new SchemaTranslation(more);
  }

  private static void requireName(@Nullable String schema) {
    if (schema != null && schema.isEmpty()) {
      throw new SchemaException(
          Problem.of(SchemaCode.INVALID_NAME, "cannot put one schema in the place of another")
              .found("an empty name")
              .expected("the name of a schema, or null for none"));
    }
  }

  /** Whether nothing is replaced. */
  public boolean isNone() {
    return replaced.isEmpty();
  }

  /** The schema that stands in for one; itself where none does. */
  public @Nullable String apply(@Nullable String schema) {
    return replaced.containsKey(schema) ? replaced.get(schema) : schema;
  }

  /** The same name in the schema that stands in for its own. */
  public QualifiedName apply(QualifiedName name) {
    return isNone() ? name : new QualifiedName(apply(name.schema()), name.name());
  }

  /** The same object in the schema that stands in for its own; types stay where they are. */
  public ObjectReference apply(ObjectReference object) {
    return switch (object.kind()) {
      case TABLE, SEQUENCE, INDEX, COLUMN, CONSTRAINT ->
          new ObjectReference(object.kind(), apply(object.name()), object.part());
      default -> object;
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SchemaTranslation that
        && hash == that.hash
        && replaced.equals(that.replaced);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return replaced.toString();
  }
}
