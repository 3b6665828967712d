package org.aludel.migrations.repair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Findings while they are collected, each fix with what does it. Not thread-safe. */
final class Diagnosis {
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Cure> cures = new LinkedHashMap<>();

  /**
   * What does a fix.
   *
   * @param fix what it is called
   * @param books done in the transaction of all changes to the bookkeeping, or that does nothing
   * @param after done when that is committed, or that does nothing
   */
  record Cure(Finding.Fix fix, Consumer<Books> books, Runnable after) {
    static Cure ofBooks(String name, String effect, Consumer<Books> books) {
      return new Cure(new Finding.Fix(name, effect), books, () -> {});
    }

    static Cure after(String name, String effect, Runnable after) {
      return new Cure(new Finding.Fix(name, effect), books -> {}, after);
    }
  }

  void add(String text, String advice, List<Cure> possible) {
    possible.forEach(each -> cures.putIfAbsent(each.fix().name(), each));
    findings.add(new Finding(text, possible.stream().map(Cure::fix).toList(), advice));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** By the names of the fixes, in the order in which they were found. */
  Map<String, Cure> cures() {
    return cures;
  }
}
