package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.ClassReader;
import org.aludel.instrument.FieldModel;
import org.aludel.instrument.MappingClass;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Refuses mapping classes that do not fit the classes that they map. The annotation processor finds
 * the same faults in its class of the same name.
 */
final class MapsRule {
  private static final List<String> MAPPED =
      List.of(Words.ENTITY, Words.EMBEDDABLE, Words.MAPPED_SUPERCLASS, Words.MAPS);

  private final Faults faults;

  /** Of the classes as they are, whatever maps them. */
  private final ClassReader reader = new ClassReader();

  MapsRule(Faults faults) {
    this.faults = faults;
  }

  /** The mapping classes among some classes, by the classes that they map. */
  Map<Class<?>, Class<?>> check(Iterable<Class<?>> classes) {
    Map<Class<?>, Class<?>> mappings = new TreeMap<>(RegistryBuilder.BY_NAME);
    for (Class<?> each : classes) {
      Class<?> mapped = MappingClass.mapped(each);
      if (mapped == each) {
        continue;
      }
      Class<?> other = mappings.putIfAbsent(mapped, each);
      if (other != null) {
        refuse(each, null, "maps-twice", Faults.place(mapped, null), Faults.place(other, null));
      }
      check(each, mapped);
    }
    return mappings;
  }

  private void check(Class<?> mapping, Class<?> mapped) {
    if (!ClassModel.isMappable(mapping) || mapping.isRecord()) {
      refuse(mapping, null, "maps-kind");
      return;
    }
    ClassModel model = reader.read(mapping);
    String obstacle = obstacle(model, mapped);
    if (obstacle != null) {
      refuse(mapping, null, "maps-class", Faults.place(mapped, null), obstacle);
      return;
    }
    List<FieldModel> stored = new ArrayList<>();
    reader.lineage(mapped).forEach(each -> stored.addAll(each.fields()));
    for (FieldModel field : model.fields()) {
      if (EntityDraft.isAttribute(field)) {
        checkField(mapping, mapped, field, stored);
      }
    }
    for (String component : MappingClass.components(mapped)) {
      if (model.fields().stream().noneMatch(field -> field.name().equals(component))) {
        refuse(mapping, null, "maps-component", Faults.place(mapped, null), component);
      }
    }
    for (ClassModel.MethodModel method : model.methods()) {
      method.annotations().all().stream()
          .filter(one -> MappingRules.placed("callback").contains(one.type()))
          .forEach(one -> refuse(mapping, method.name() + "()", "maps-callback", one));
    }
  }

  private @Nullable String obstacle(ClassModel model, Class<?> mapped) {
    if (!hasObjects(model, mapped)) {
      return "which cannot be mapped by another class";
    }
    if (isMarked(reader.read(mapped).annotations())) {
      return "which has annotations of its own";
    }
    boolean hierarchy =
        isBelowMapped(model.type())
            || isBelowMapped(mapped)
            || model.annotations().has(Words.INHERITANCE);
    return hierarchy ? "as a part of a hierarchy" : null;
  }

  private static boolean hasObjects(ClassModel model, Class<?> mapped) {
    boolean whole = !mapped.isRecord() || model.annotations().has(Words.EMBEDDABLE);
    return whole
        && ClassModel.isMappable(mapped)
        && !ClassModel.isAbstract(mapped)
        && !mapped.isPrimitive()
        && !mapped.isArray();
  }

  private boolean isBelowMapped(Class<?> type) {
    return reader.lineage(type).stream().skip(1).anyMatch(each -> isMarked(each.annotations()));
  }

  private static boolean isMarked(Annotations annotations) {
    return MAPPED.stream().anyMatch(annotations::has);
  }

  private void checkField(
      Class<?> mapping, Class<?> mapped, FieldModel field, List<FieldModel> stored) {
    String owner = Faults.place(mapped, null);
    if (!MappingClass.hasField(mapped, field.name())) {
      List<String> names = stored.stream().map(FieldModel::name).toList();
      String near = Suggestion.phrase(field.name(), names);
      refuse(mapping, field.name(), "maps-member", owner, near);
      return;
    }
    if (MappingClass.isFixed(mapped, field.name())) {
      refuse(mapping, field.name(), "maps-fixed", owner);
      return;
    }
    String wanted =
        stored.stream()
            .filter(one -> one.name().equals(field.name()))
            .findFirst()
            .map(FieldModel::fullTypeName)
            .orElse("");
    if (!field.fullTypeName().equals(wanted)) {
      refuse(mapping, field.name(), "maps-type", field.fullTypeName(), owner, wanted);
    }
  }

  private void refuse(Class<?> mapping, @Nullable String member, String fault, Object... values) {
    String place = Faults.place(mapping, member);
    faults.add(place, MappingRules.fault(fault, place, Objects.requireNonNull(values)));
  }
}
