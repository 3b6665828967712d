package org.aludel.orm.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.orm.graph.GraphModel.Kind;

/** The collections of values, as plain lists of text; an entry of a map is {@code key:value}. */
enum GraphValues {
  LABELS(Kind.COMPANY),
  MARKS(Kind.PERSON),
  FACTS(Kind.PROJECT),
  STEPS(Kind.TASK);

  final Kind of;

  GraphValues(Kind of) {
    this.of = of;
  }

  /** Those of a class, or null. */
  static GraphValues of(Kind kind) {
    for (GraphValues one : values()) {
      if (one.of == kind) {
        return one;
      }
    }
    return null;
  }

  /** What the collection makes of such a list: a set has no twins, only steps have an order. */
  List<String> normal(List<String> values) {
    if (this == FACTS) {
      TreeMap<String, String> map = new TreeMap<>();
      values.forEach(one -> map.put(one.substring(0, 1), one));
      return new ArrayList<>(map.values());
    }
    List<String> all = new ArrayList<>(this == LABELS ? new LinkedHashSet<>(values) : values);
    if (this != STEPS) {
      Collections.sort(all);
    }
    return all;
  }

  /** What an object holds. */
  List<String> read(GraphBase object) {
    List<String> values = new ArrayList<>();
    switch (this) {
      case LABELS -> values.addAll(((Company) object).getLabels());
      case MARKS -> values.addAll(((Person) object).getMarks());
      case STEPS -> values.addAll(((Task) object).getSteps());
      case FACTS ->
          ((Project) object).getFacts().forEach((key, value) -> values.add(key + ":" + value));
    }
    return normal(values);
  }

  /** Makes the collection that stands in the field hold these values, one by one. */
  void change(GraphBase object, List<String> values) {
    switch (this) {
      case LABELS -> change(((Company) object).getLabels(), values);
      case MARKS -> change(((Person) object).getMarks(), values);
      case STEPS -> change(((Task) object).getSteps(), values);
      case FACTS -> {
        Map<String, String> facts = ((Project) object).getFacts();
        Map<String, String> wanted = map(values);
        facts.keySet().retainAll(wanted.keySet());
        facts.putAll(wanted);
      }
    }
  }

  private static void change(Collection<String> field, List<String> values) {
    List<String> rest = new ArrayList<>(values);
    field.removeIf(one -> !rest.remove(one));
    field.addAll(rest);
    if (field instanceof List<String> list) {
      for (int index = 0; index < values.size(); index++) {
        list.set(index, values.get(index));
      }
    }
  }

  /** Puts another collection into the field. */
  void replace(GraphBase object, List<String> values) {
    switch (this) {
      case LABELS -> ((Company) object).setLabels(new LinkedHashSet<>(values));
      case MARKS -> ((Person) object).setMarks(new ArrayList<>(values));
      case STEPS -> ((Task) object).setSteps(new ArrayList<>(values));
      case FACTS -> ((Project) object).setFacts(map(values));
    }
  }

  private static Map<String, String> map(List<String> values) {
    Map<String, String> map = new LinkedHashMap<>();
    values.forEach(one -> map.put(one.substring(0, 1), one.substring(2)));
    return map;
  }

  /** One random change of a list. */
  List<String> edited(List<String> before, java.util.random.RandomGenerator random) {
    List<String> values = new ArrayList<>(before);
    int size = values.size();
    String value = (char) ('a' + random.nextInt(4)) + ":" + random.nextInt(4);
    switch (size == 0 ? 0 : random.nextInt(5)) {
      case 1 -> values.remove(random.nextInt(size));
      case 2 -> values.set(random.nextInt(size), value);
      case 3 -> Collections.swap(values, random.nextInt(size), random.nextInt(size));
      case 4 -> {
        if (random.nextInt(3) == 0) {
          values.clear();
        }
      }
      default -> values.add(random.nextInt(size + 1), value);
    }
    return normal(values);
  }
}
