package org.aludel.reflect;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is read of a database. The patterns name kinds of objects by one word, such as {@code
 * table:} or {@code enum:}; the kinds that {@link org.aludel.schema.UncoveredObject} names are
 * among them.
 *
 * @param defaultSchema the schema whose objects are reported without a schema; it need not exist
 * @param schemas the schemas to read; empty for all but the system's own
 * @param excludePatterns what to leave out, {@code kind:glob} or {@code glob} for every kind;
 *     {@code *} and {@code ?} are wild, and the glob is held against the name and against the name
 *     with its schema
 * @param columnListener may put another column in the place of each that is read
 */
public record ReflectOptions(
    String defaultSchema,
    Set<String> schemas,
    List<String> excludePatterns,
    ColumnListener columnListener) {
  private static final ColumnListener SILENT = (table, column) -> column;

  public ReflectOptions {
    schemas = Collections.unmodifiableSet(new TreeSet<>(schemas));
    excludePatterns = List.copyOf(excludePatterns);
  }

  /** Every schema, under that default one. */
  public static ReflectOptions of(String defaultSchema) {
    return new ReflectOptions(defaultSchema, Set.of(), List.of(), SILENT);
  }

  /** The same with only these schemas; none for all. */
  public ReflectOptions withSchemas(Collection<String> names) {
    return new ReflectOptions(defaultSchema, Set.copyOf(names), excludePatterns, columnListener);
  }

  /** The same with these patterns in place of the others. */
  public ReflectOptions withExcludePatterns(List<String> patterns) {
    return new ReflectOptions(defaultSchema, schemas, patterns, columnListener);
  }

  /** The same, asking a listener about each column in place of the one before. */
  public ReflectOptions withColumnListener(ColumnListener listener) {
    return new ReflectOptions(defaultSchema, schemas, excludePatterns, listener);
  }
}
