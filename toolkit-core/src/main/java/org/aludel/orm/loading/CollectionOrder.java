package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Relationship;
import org.aludel.sql.Ordering;

/** The order in which a collection is loaded: its own, else that of the elements' ids. */
final class CollectionOrder {
  private CollectionOrder() {}

  static List<Ordering> of(Relationship collection, NodeSource elements) {
    List<Ordering> order = new ArrayList<>();
    for (Relationship.Order term : collection.orderBy()) {
      order.add(ordering(elements, term.property(), term.descending()));
    }
    if (order.isEmpty()) {
      collection.target().ids().forEach(id -> order.add(ordering(elements, id, false)));
    }
    return order;
  }

  private static Ordering ordering(
      NodeSource elements, BasicProperty property, boolean descending) {
    return new Ordering(elements.column(property.column()), descending, Ordering.Nulls.DEFAULT);
  }
}
