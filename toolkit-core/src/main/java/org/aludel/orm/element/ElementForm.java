package org.aludel.orm.element;

import java.util.List;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** How the elements of one collection stand in the columns of their rows. Immutable. */
public sealed interface ElementForm permits SingleForm, EmbeddedForm {
  /** The columns of an element, at least one, in the order of its parts. */
  List<Column> columns();

  /** What one column holds of an element. */
  @Nullable Object part(Object element, int part);

  /** An element from what its columns hold, as arrays that are not used again; null for none. */
  @Nullable Object make(@Nullable Object[] parts);

  /** A copy that later changes inside the element do not reach. */
  Object copy(Object element);

  /** Whether two elements are the same to the database, whatever their class calls equal. */
  boolean same(Object left, Object right);

  /** What elements that are the same have in common, by its equals; see {@link #isExact}. */
  Object key(Object element);

  /** Whether an element with another {@link #key} is never the same to the database. */
  boolean isExact(Object element);

  /** Whether no column of the element would hold anything. */
  boolean isNothing(Object element);
}
