package org.aludel.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param storage parameters such as {@code fillfactor}, in the order in which they were set
 * @param valid false for what a failed concurrent build left behind
 * @param statisticsTargets by the number of the key, from 1
 * @param attached whether the table is a partition and this its part of an index of the whole
 */
public record Index(
    ConstraintName name,
    boolean unique,
    String method,
    List<IndexElement> elements,
    List<String> include,
    @Nullable String predicate,
    boolean nullsNotDistinct,
    Map<String, String> storage,
    @Nullable String comment,
    boolean valid,
    SortedMap<Integer, Integer> statisticsTargets,
    boolean attached) {
  /** An index by itself, whose statistics are as the server takes them by itself. */
  public Index(
      ConstraintName name,
      boolean unique,
      String method,
      List<IndexElement> elements,
      List<String> include,
      @Nullable String predicate,
      boolean nullsNotDistinct,
      Map<String, String> storage,
      @Nullable String comment,
      boolean valid) {
    this(
        name,
        unique,
        method,
        elements,
        include,
        predicate,
        nullsNotDistinct,
        storage,
        comment,
        valid,
        Collections.emptySortedMap(),
        false);
  }

  public Index {
    elements = List.copyOf(elements);
    include = List.copyOf(include);
    storage = Collections.unmodifiableMap(new LinkedHashMap<>(storage));
    statisticsTargets = Collections.unmodifiableSortedMap(new TreeMap<>(statisticsTargets));
  }

  /** A plain btree index over columns. */
  public static Index of(ConstraintName name, boolean unique, List<String> columns) {
    List<IndexElement> elements = columns.stream().map(IndexElement::column).toList();
    return new Index(name, unique, "btree", elements, List.of(), null, false, Map.of(), null, true);
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
        valid,
        statisticsTargets,
        attached);
  }

  public Index withComment(@Nullable String value) {
    return new Index(
        name,
        unique,
        method,
        elements,
        include,
        predicate,
        nullsNotDistinct,
        storage,
        value,
        valid,
        statisticsTargets,
        attached);
  }

  public Index withStatisticsTargets(SortedMap<Integer, Integer> value) {
    return new Index(
        name,
        unique,
        method,
        elements,
        include,
        predicate,
        nullsNotDistinct,
        storage,
        comment,
        valid,
        value,
        attached);
  }

  public Index withAttached(boolean value) {
    return new Index(
        name,
        unique,
        method,
        elements,
        include,
        predicate,
        nullsNotDistinct,
        storage,
        comment,
        valid,
        statisticsTargets,
        value);
  }
}
