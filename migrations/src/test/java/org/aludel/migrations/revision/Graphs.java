package org.aludel.migrations.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws small graphs, one line a revision: {@code "b2 < a1"} follows a1, {@code "m1 < a1 b2"}
 * merges, {@code "c1 # label"} is labelled, {@code "c1 ! b2"} depends on b2. Creation times rise
 * with the lines.
 */
final class Graphs {
  static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  private Graphs() {}

  static RevisionMap map(String... lines) {
    return RevisionMap.of(revisions(lines));
  }

  static List<Revision> revisions(String... lines) {
    List<Revision> revisions = new ArrayList<>();
    for (String line : lines) {
      revisions.add(revision(line, START.plusSeconds(revisions.size())));
    }
    return revisions;
  }

  private static Revision revision(String line, Instant created) {
    String id = line.split("[<#!]")[0].trim();
    return Revision.of(id, part(line, '<'), "add " + id, created)
        .withBranches(part(line, '#'))
        .withDependsOn(part(line, '!'));
  }

  private static List<String> part(String line, char marker) {
    int start = line.indexOf(marker);
    if (start < 0) {
      return List.of();
    }
    String part = line.substring(start + 1).split("[<#!]")[0].trim();
    return List.of(part.split(" "));
  }

  static List<String> ids(List<Revision> revisions) {
    return revisions.stream().map(Revision::id).toList();
  }
}
