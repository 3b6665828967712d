package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aludel.util.Suggestion;

/** Reads {@code @OrderBy}: attributes of the target with ASC or DESC, separated by commas. */
final class OrderTerms {
  private final Faults faults;

  OrderTerms(Faults faults) {
    this.faults = faults;
  }

  /** Empty when nothing is said; the target's id for an empty text, as JPA has it. */
  List<Relationship.Order> read(EntityDraft.Collection collection, Mapper<?> target) {
    return read(collection, collection.orderBy(), target);
  }

  /** As above for a collection of any kind. */
  List<Relationship.Order> read(EntityDraft.Draft collection, String orderBy, Mapper<?> target) {
    boolean said = collection.field().annotations().has(Words.ORDER_BY);
    if (!said) {
      return List.of();
    }
    if (orderBy.isBlank()) {
      return target.ids().stream().map(id -> new Relationship.Order(id, false)).toList();
    }
    List<Relationship.Order> order = new ArrayList<>();
    for (String term : orderBy.split(",")) {
      add(order, collection, target, term.strip());
    }
    return order;
  }

  private void add(
      List<Relationship.Order> order, EntityDraft.Draft collection, Mapper<?> target, String term) {
    String[] words = term.split("\\s+");
    String direction = words.length == 2 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
    Property property = target.property(words[0]).orElse(null);
    boolean understood = words.length <= 2 && List.of("ASC", "DESC").contains(direction);
    if (understood && property instanceof BasicProperty basic && !basic.isQueryExpression()) {
      order.add(new Relationship.Order(basic, direction.equals("DESC")));
      return;
    }
    List<String> known =
        target.basics().stream()
            .filter(basic -> !basic.isQueryExpression())
            .map(BasicProperty::name)
            .toList();
    faults.add(
        collection.place(),
        Faults.invalid(collection.place())
            .found("the order \"" + term + "\"" + Suggestion.phrase(words[0], known))
            .expected(
                "an attribute of \""
                    + target.type().getName()
                    + "\" in a column, with ASC or DESC after it or without"));
  }
}
