package org.aludel.migrations.reverse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gives each entity the collections of those that refer to it. */
final class InverseFinder {
  private final Map<String, List<Reference>> byTarget = new TreeMap<>();

  /** An attribute of an entity that refers to another. */
  private record Reference(Entity owner, Attribute attribute) {}

  InverseFinder(List<Entity> entities) {
    for (Entity owner : entities) {
      for (Attribute attribute : owner.attributes()) {
        if (attribute.facts().reference() != null) {
          byTarget
              .computeIfAbsent(attribute.type().text(), key -> new ArrayList<>())
              .add(new Reference(owner, attribute));
        }
      }
    }
  }

  /** The same entity with its collections, in the order of those that refer. */
  Entity completed(Entity entity) {
    List<Reference> references = byTarget.getOrDefault(entity.name(), List.of());
    Set<String> taken = new HashSet<>();
    entity.attributes().forEach(each -> taken.add(JavaName.capital(each.name())));
    List<Inverse> inverses = new ArrayList<>();
    for (Reference each : references) {
      String name = JavaName.ofAttribute(plural(each.owner().name()));
      if (severalOf(each.owner(), references) || each.owner().equals(entity)) {
        name += "By" + JavaName.capital(each.attribute().name());
      }
      inverses.add(new Inverse(free(name, taken), each.owner().name(), each.attribute().name()));
    }
    return entity.withInverses(inverses);
  }

  private static boolean severalOf(Entity owner, List<Reference> references) {
    return references.stream().filter(each -> each.owner().equals(owner)).count() > 1;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int number = 2; !taken.add(JavaName.capital(name)); number++) {
      name = wanted + number;
    }
    return name;
  }

  /** As English writes it in most cases; a person renames the rest. */
  private static String plural(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (small.matches(".*[^aeiou]y")) {
      return name.substring(0, name.length() - 1) + "ies";
    }
    return small.matches(".*(s|x|z|ch|sh)") ? name + "es" : name + "s";
  }
}
