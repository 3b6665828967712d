package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.Column;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Ordering;
import org.jspecify.annotations.Nullable;

/** The order in which a collection is loaded: its own, else that of the elements' ids. */
final class CollectionOrder {
  private CollectionOrder() {}

  static List<Ordering> of(Relationship collection, NodeSource elements) {
    Column position = collection.association() == null ? collection.position() : null;
    return of(collection, elements, position == null ? null : elements.column(position));
  }

  /**
   * The order of the elements.
   *
   * @param position the column that says where an element stands, or null; those that the other
   *     side added have none, and come last
   */
  static List<Ordering> of(
      Relationship collection, NodeSource elements, @Nullable ColumnReference<?> position) {
    List<Ordering> order = new ArrayList<>();
    if (position != null) {
      order.add(new Ordering(position, false, Ordering.Nulls.LAST));
    }
    for (Relationship.Order term : collection.orderBy()) {
      order.add(ordering(elements, term.property(), term.descending()));
    }
    if (collection.orderBy().isEmpty()) {
      collection.target().ids().forEach(id -> order.add(ordering(elements, id, false)));
    }
    return order;
  }

  private static Ordering ordering(
      NodeSource elements, BasicProperty property, boolean descending) {
    return new Ordering(elements.column(property.column()), descending, Ordering.Nulls.DEFAULT);
  }
}
