package org.aludel.orm.mapping;

import java.util.List;
import java.util.Map;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.FieldModel;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** Finds the attributes of elements that are the keys of maps. */
final class MapKeys {
  private final Faults faults;

  MapKeys(Faults faults) {
    this.faults = faults;
  }

  /** What a collection holds, by the class of its field; null where it is none of those. */
  static @Nullable Class<?> element(FieldModel field) {
    if (field.type() == Map.class) {
      boolean keyed = field.annotations().has(Words.MAP_KEY) && field.typeArguments().size() == 2;
      return keyed ? field.typeArguments().get(1) : null;
    }
    return field.onlyTypeArgument();
  }

  /** Refuses a map whose keys are no attribute of its elements, and keys of what is no map. */
  void check(FieldModel field, EntityDraft target) {
    AnnotationValues said = field.annotations().find(Words.MAP_KEY).orElse(null);
    if (said == null) {
      return;
    }
    String place = Faults.place(field.declaredIn(), field.name());
    if (field.type() != Map.class) {
      faults.add(place, MappingRules.fault("map-key-stray", place, field.typeName()));
      return;
    }
    String name = name(said, target);
    List<EntityDraft.Basic> basics =
        target.basics().stream()
            .filter(one -> one.writes().generation() != Generation.QUERY)
            .toList();
    List<String> known = basics.stream().map(EntityDraft.Basic::path).toList();
    EntityDraft.Basic key =
        basics.stream().filter(one -> one.path().equals(name)).findFirst().orElse(null);
    String element = Faults.place(target.type(), null);
    if (key == null) {
      String near = Suggestion.phrase(name, known);
      faults.add(place, MappingRules.fault("map-key-unknown", place, name, near, element));
      return;
    }
    Class<?> wanted = ClassModel.boxed(key.field().type());
    if (field.typeArguments().get(0) != wanted) {
      String found = field.typeArguments().get(0).getName();
      faults.add(
          place,
          MappingRules.fault(
              "map-key-class", place, found, wanted.getName(), element + "." + name));
    }
  }

  /** The id where nothing is said. Source: Jakarta Persistence 3.2 §11.1.32. */
  private static String name(AnnotationValues said, EntityDraft target) {
    String name = said.text("name", "");
    List<EntityDraft.Basic> ids = target.ids();
    return name.isEmpty() && ids.size() == 1 ? ids.get(0).path() : name;
  }

  /** The property whose values are the keys of a collection; null where it has none. */
  static @Nullable BasicProperty property(FieldModel field, EntityDraft draft, Mapper<?> target) {
    AnnotationValues said = field.annotations().find(Words.MAP_KEY).orElse(null);
    if (said == null) {
      return null;
    }
    return target.property(name(said, draft)).orElse(null) instanceof BasicProperty key
        ? key
        : null;
  }
}
