package org.aludel.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/**
 * Refuses a second entity of one table below one declarative base, whose classes are mapped
 * together. Entities without a base may belong to different registries; the registry decides.
 */
final class SharedTableRule {
  private static final String BASE = "org.aludel.orm.mapping.DeclarativeBase";

  private final List<TypeElement> entities;

  SharedTableRule(List<TypeElement> entities) {
    this.entities =
        entities.stream().sorted(Comparator.comparing(one -> Mirrors.place(one))).toList();
  }

  List<Refusal> faults() {
    List<Refusal> faults = new ArrayList<>();
    Map<String, TypeElement> first = new HashMap<>();
    for (TypeElement entity : entities) {
      String base = base(entity);
      String schema = EntityInspector.schema(entity);
      String table = (schema == null ? "" : schema + ".") + EntityInspector.table(entity);
      TypeElement other = base.isEmpty() ? null : first.putIfAbsent(base + " " + table, entity);
      if (other != null && !Inheritance.root(other).equals(Inheritance.root(entity))) {
        String place = Mirrors.place(entity);
        faults.add(MappingRules.fault("table-twice", entity, place, table, Mirrors.place(other)));
      }
    }
    return faults;
  }

  /** The class directly below {@code DeclarativeBase}, or empty. */
  private static String base(TypeElement entity) {
    TypeElement below = entity;
    for (TypeElement each = EntityInspector.superclass(entity);
        each != null;
        each = EntityInspector.superclass(each)) {
      if (each.getQualifiedName().contentEquals(BASE)) {
        return Mirrors.place(below);
      }
      below = each;
    }
    return "";
  }
}
