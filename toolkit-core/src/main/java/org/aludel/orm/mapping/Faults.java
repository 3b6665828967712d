package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with a set of classes, reported together: a person should see all of it
 * at the first attempt. Not thread-safe; lives as long as one registry is built.
 */
final class Faults {
  private final List<Fault> faults = new ArrayList<>();

  private record Fault(String place, Problem problem) {}

  /** The name of a class or of one of its members, as messages quote it. */
  static String place(Class<?> type, @Nullable String member) {
    // As it is written in source; only local and anonymous classes have no such name.
    String name = Objects.requireNonNullElse(type.getCanonicalName(), type.getName());
    return member == null ? name : name + "." + member;
  }

  /** A contradiction or a value that cannot be used; complete it and pass it to {@link #add}. */
  static Problem invalid(String place) {
    return Problem.of(MappingCode.INVALID_MAPPING, "cannot map \"" + place + "\"");
  }

  /** Whether that class or member has a fault already; what follows from it is not reported. */
  boolean at(String place) {
    return faults.stream().anyMatch(fault -> fault.place().equals(place));
  }

  void add(String place, Problem problem) {
    faults.add(new Fault(place, problem));
  }

  /**
   * Ends quietly when there are no faults.
   *
   * @throws MappingException the only fault, or INVALID_MAPPING with the sorted list of all
   */
  void throwIfAny() {
    List<Problem> sorted =
        faults.stream()
            .sorted(
                Comparator.comparing(Fault::place)
                    .thenComparing(fault -> fault.problem().message()))
            .map(Fault::problem)
            .distinct()
            .toList();
    if (sorted.size() == 1) {
      throw new MappingException(sorted.get(0));
    }
    if (!sorted.isEmpty()) {
      throw new MappingException(
          Problem.of(
                  MappingCode.INVALID_MAPPING,
                  "cannot map the classes: there are " + sorted.size() + " faults")
              .found(sorted.stream().map(Problem::message).collect(Collectors.joining("\n")))
              .fix("correct them all; each names its class, member and remedy"));
    }
  }
}
