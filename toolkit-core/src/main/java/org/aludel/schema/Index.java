package org.aludel.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that no constraint owns.
 *
 * @param method such as {@code btree}
 * @param include payload columns
 * @param predicate SQL of the WHERE, or null
 * @param storage parameters such as {@code fillfactor}, sorted by name
 * @param valid false for what a failed concurrent build left behind
 */
public record Index(
    ConstraintName name,
    boolean unique,
    String method,
    List<IndexElement> elements,
    List<String> include,
    @Nullable String predicate,
    boolean nullsNotDistinct,
    SortedMap<String, String> storage,
    @Nullable String comment,
    boolean valid) {
  public Index {
    elements = List.copyOf(elements);
    include = List.copyOf(include);
    storage = Collections.unmodifiableSortedMap(new TreeMap<>(storage));
  }

  /** A plain btree index over columns. */
  public static Index of(ConstraintName name, boolean unique, List<String> columns) {
    List<IndexElement> elements = columns.stream().map(IndexElement::column).toList();
    return new Index(
        name,
        unique,
        "btree",
        elements,
        List.of(),
        null,
        false,
        new TreeMap<>(Map.of()),
        null,
        true);
  }

  public Index withName(ConstraintName value) {
    return new Index(
        value,
        unique,
        method,
        elements,
        include,
        predicate,
        nullsNotDistinct,
        storage,
        comment,
        valid);
  }
}
