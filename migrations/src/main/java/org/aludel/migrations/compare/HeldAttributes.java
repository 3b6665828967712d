package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CompositeType;
import org.aludel.schema.CompositeType.Attribute;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.QualifiedName;

/**
 * Attributes that composite types of the model lost: each holds values in all columns of its type,
 * so that it is held back as a column is. The model that is compared has what is held back, where
 * the database has it, since the place of an attribute is part of every value.
 */
final class HeldAttributes {
  private final CompareOptions.Drops drops;
  private final Map<QualifiedName, CompositeType> types = new HashMap<>();
  private final List<Operation> pending = new ArrayList<>();
  private final List<Operation> unmanaged = new ArrayList<>();
  private final Set<String> droppable = new TreeSet<>();

  private HeldAttributes(CompareOptions.Drops drops) {
    this.drops = drops;
  }

  /**
   * @param database after the renames
   */
  static HeldAttributes of(MetaData database, MetaData model, CompareOptions.Drops drops) {
    HeldAttributes held = new HeldAttributes(drops);
    Map<QualifiedName, CompositeType> wanted = new HashMap<>();
    model.compositeTypes().forEach(each -> wanted.put(each.name(), each));
    for (CompositeType type : database.compositeTypes()) {
      CompositeType other = wanted.get(type.name());
      if (other != null) {
        held.compare(type, other);
      }
    }
    return held;
  }

  /** The model with what is held back. */
  MetaData model(MetaData model) {
    return types.isEmpty()
        ? model
        : model
            .copy()
            .compositeTypes(
                model.compositeTypes().stream()
                    .map(each -> types.getOrDefault(each.name(), each))
                    .toList())
            .build();
  }

  List<Operation> pending() {
    return pending;
  }

  List<Operation> unmanaged() {
    return unmanaged;
  }

  /** The names by which attributes can be released. */
  Set<String> droppable() {
    return droppable;
  }

  private void compare(CompositeType database, CompositeType model) {
    List<String> stated = names(model.attributes());
    List<Attribute> merged = new ArrayList<>(model.attributes());
    for (int place = 0; place < database.attributes().size(); place++) {
      Attribute attribute = database.attributes().get(place);
      if (!stated.contains(attribute.name()) && isHeld(database, attribute)) {
        merged.add(placeAfter(merged, database.attributes().subList(0, place)), attribute);
      }
    }
    if (merged.size() > stated.size()) {
      types.put(model.name(), new CompositeType(model.name(), merged, model.comment()));
    }
  }

  private boolean isHeld(CompositeType type, Attribute attribute) {
    String name = ObjectName.part(ObjectKind.COLUMN, type.name(), attribute.name()).text();
    droppable.add(name);
    Operation drop = new ObjectOperation.Replace(type, without(type, attribute));
    if (drops.policy() == DropPolicy.EXACT || drops.released().contains(name)) {
      return false;
    }
    if (!drops.ownership().made(ObjectName.of(type.reference()))) {
      unmanaged.add(drop);
      return true;
    }
    if (drops.policy() == DropPolicy.PENDING) {
      pending.add(drop);
    }
    return drops.policy() != DropPolicy.ALLOW;
  }

  private static CompositeType without(CompositeType type, Attribute attribute) {
    return new CompositeType(
        type.name(),
        type.attributes().stream().filter(each -> !each.equals(attribute)).toList(),
        type.comment());
  }

  /** Behind the nearest of those before it that is there as well. */
  private static int placeAfter(List<Attribute> attributes, List<Attribute> before) {
    List<String> there = names(attributes);
    for (int place = before.size() - 1; place >= 0; place--) {
      int found = there.indexOf(before.get(place).name());
      if (found >= 0) {
        return found + 1;
      }
    }
    return 0;
  }

  private static List<String> names(List<Attribute> attributes) {
    return attributes.stream().map(Attribute::name).toList();
  }
}
