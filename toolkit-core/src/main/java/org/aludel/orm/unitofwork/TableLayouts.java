package org.aludel.orm.unitofwork;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;

/** The layouts of one factory's classes, made on first use. Thread-safe. */
final class TableLayouts {
  private final EntityModels models;
  private final Map<EntityModel<?>, TableLayout<?>> layouts = new ConcurrentHashMap<>();

  TableLayouts(EntityModels models) {
    this.models = models;
  }

  /** How many classes are mapped. */
  int count() {
    return models.registry().mappers().size();
  }

  @SuppressWarnings("unchecked") // the entry of a model of E is a layout of E
  <E> TableLayout<E> of(EntityModel<E> model) {
    TableLayout<?> known = layouts.get(model);
    return (TableLayout<E>)
        (known == null ? layouts.computeIfAbsent(model, TableLayout::new) : known);
  }
}
