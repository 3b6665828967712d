package org.aludel.migrations.extension;

/** What users add to a comparison. Immutable. */
public record ComparisonAdditions(Filters filters, ColumnHooks columns, Comparators comparators) {
  /** Nothing is added. */
  public static ComparisonAdditions none() {
    return new ComparisonAdditions(Filters.none(), ColumnHooks.none(), Comparators.standard());
  }

  /** The same with other filters. */
  public ComparisonAdditions with(Filters value) {
    return new ComparisonAdditions(value, columns, comparators);
  }

  /** The same with other hooks. */
  public ComparisonAdditions with(ColumnHooks value) {
    return new ComparisonAdditions(filters, value, comparators);
  }

  /** The same with other comparators. */
  public ComparisonAdditions with(Comparators value) {
    return new ComparisonAdditions(filters, columns, value);
  }

  /** As the proof compares: see {@link ColumnHooks#withoutInsisting()}. */
  public ComparisonAdditions withoutInsisting() {
    return with(columns.withoutInsisting());
  }
}
