package org.aludel.migrations.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.util.Suggestion;
import org.aludel.util.TopologicalSort;

/** Refuses revisions that make no graph; each refusal lists all findings of its kind. */
final class GraphCheck {
  private GraphCheck() {}

  static Map<String, Revision> byId(List<Revision> revisions) {
    Map<String, Revision> byId = new LinkedHashMap<>();
    List<String> found = new ArrayList<>();
    for (Revision revision : revisions) {
      Revision first = byId.putIfAbsent(revision.id(), revision);
      if (first != null) {
        found.add(described(first) + " and " + described(revision));
      }
    }
    if (!found.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.DUPLICATE_REVISION,
                  "cannot read the revisions: an id is used more than once")
              .found(String.join("\n", found))
              .expected("an id of its own for each revision file")
              .fix("give the copied file a new id, or delete it"));
    }
    return byId;
  }

  static void parentsExist(Map<String, Revision> byId) {
    List<String> found = new ArrayList<>();
    for (Revision revision : byId.values()) {
      for (String parent : revision.parents()) {
        if (!byId.containsKey(parent)) {
          String key = revision.down().contains(parent) ? "down" : "dependsOn";
          found.add(
              described(revision)
                  + " names \""
                  + parent
                  + "\" in "
                  + key
                  + Suggestion.phrase(parent, byId.keySet()));
        }
      }
    }
    if (!found.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.MISSING_DOWN_REVISION,
                  "cannot read the revisions: a revision that others build on is missing")
              .found(String.join("\n", found))
              .expected("a revision file for each id")
              .fix("restore the missing file from version control, or correct the id"));
    }
  }

  /** The revisions, parents first; free ones in the order given. */
  static List<Revision> ordered(Map<String, Revision> byId) {
    List<String> found = new ArrayList<>();
    for (Revision revision : byId.values()) {
      if (revision.parents().contains(revision.id())) {
        found.add(described(revision) + " builds on itself");
      }
    }
    TopologicalSort<String> sort =
        TopologicalSort.of(byId.keySet(), id -> RevisionMap.present(byId, id).parents());
    if (!sort.cyclic().isEmpty()) {
      found.add(cycle(byId, sort.cyclic()));
    }
    if (!found.isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.CYCLE, "cannot read the revisions: they form a cycle")
              .found(String.join("\n", found))
              .expected("each revision builds on earlier ones")
              .fix("correct \"down\" or \"dependsOn\" in one of these files"));
    }
    return sort.sorted().stream().map(id -> RevisionMap.present(byId, id)).toList();
  }

  /** Nodes behind a cycle are cyclic too, so walk down until one comes again. */
  private static String cycle(Map<String, Revision> byId, List<String> cyclic) {
    Set<String> candidates = new LinkedHashSet<>(cyclic);
    Set<String> walked = new LinkedHashSet<>();
    String at = cyclic.get(0);
    while (walked.add(at)) {
      at =
          RevisionMap.present(byId, at).parents().stream()
              .filter(candidates::contains)
              .findFirst()
              .orElseThrow();
    }
    List<String> all = List.copyOf(walked);
    List<String> cycle = new ArrayList<>(all.subList(all.indexOf(at), all.size()));
    List<String> files =
        cycle.stream().map(id -> described(RevisionMap.present(byId, id))).toList();
    cycle.add(at);
    return String.join(" -> ", cycle) + "\n" + String.join("\n", files);
  }

  /** The revision that carries each label. */
  static Map<String, Revision> labels(List<Revision> ordered, Set<String> ids) {
    Map<String, Revision> owners = new LinkedHashMap<>();
    Set<String> found = new TreeSet<>();
    for (Revision revision : ordered) {
      for (String label : revision.branches()) {
        Revision first = owners.putIfAbsent(label, revision);
        if (first != null) {
          found.add(
              "label \"" + label + "\" in " + described(first) + " and " + described(revision));
        } else if (ids.contains(label)) {
          found.add("label \"" + label + "\" in " + described(revision) + " is a revision's id");
        }
      }
    }
    if (!found.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.DUPLICATE_LABEL,
                  "cannot read the revisions: a branch label is not unique")
              .found(String.join("\n", found))
              .expected("a label at the first revision of its branch, and nowhere else")
              .fix("remove or rename one of them in \"branches\""));
    }
    return owners;
  }

  static String described(Revision revision) {
    return revision.source().isEmpty()
        ? revision.title()
        : revision.title() + " (" + revision.source() + ")";
  }
}
