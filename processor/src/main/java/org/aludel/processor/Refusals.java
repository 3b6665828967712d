package org.aludel.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;

/**
 * What was refused so far in one round, in the order of discovery. Several entities may share a
 * mapped superclass; its faults are kept once.
 */
final class Refusals {
  private final Map<String, List<Refusal>> byPlace = new LinkedHashMap<>();

  void add(Refusal refusal) {
    List<Refusal> there = byPlace.computeIfAbsent(refusal.place(), place -> new ArrayList<>());
    if (!there.contains(refusal)) {
      there.add(refusal);
    }
  }

  /** A fault that the mapping has too; see {@link MappingRules#fault}. */
  void add(String fault, Element element, String place, String... values) {
    add(MappingRules.fault(fault, element, place, values));
  }

  /** Whether that class or member has a fault already; what follows from it is not reported. */
  boolean at(String place) {
    return byPlace.containsKey(place);
  }

  List<Refusal> all() {
    return byPlace.values().stream().flatMap(List::stream).toList();
  }
}
