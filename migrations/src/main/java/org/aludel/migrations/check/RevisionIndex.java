package org.aludel.migrations.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;

/**
 * The ids of all revisions and which of them are heads: all that a check at the start of an
 * application needs. Immutable.
 *
 * <p>Its text has one line a revision, in the order of the graph; a head is marked by that word
 * before it. Lines that begin with {@code #} are for people.
 */
public record RevisionIndex(Set<String> ids, Set<String> heads) {
  /** Where the text lies on the class path. */
  public static final String RESOURCE = "META-INF/aludel/heads";

  private static final String HEAD = "head ";

  public RevisionIndex {
    ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    heads = Collections.unmodifiableSet(new LinkedHashSet<>(heads));
  }

  /** The index of a graph. */
  public static RevisionIndex of(RevisionMap revisions) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> heads = new LinkedHashSet<>();
    revisions.revisions().forEach(each -> ids.add(each.id()));
    revisions.heads().stream().map(Revision::id).forEach(heads::add);
    return new RevisionIndex(ids, heads);
  }

  /** Reads what {@link #toText()} wrote. */
  public static RevisionIndex parse(String text) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> heads = new LinkedHashSet<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String id = line.startsWith(HEAD) ? line.substring(HEAD.length()).strip() : line;
      ids.add(id);
      if (line.startsWith(HEAD)) {
        heads.add(id);
      }
    }
    return new RevisionIndex(ids, heads);
  }

  /** The text, ending in a line break; equal indexes give equal texts. */
  public String toText() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# The revisions in this part of the class path; written by the build, do not commit.");
    ids.forEach(id -> lines.add(heads.contains(id) ? HEAD + id : id));
    return String.join("\n", lines) + "\n";
  }

  /** Both together; a head that the other part knows as followed is none. */
  RevisionIndex and(RevisionIndex other) {
    Set<String> allIds = new LinkedHashSet<>(ids);
    allIds.addAll(other.ids);
    Set<String> allHeads = new LinkedHashSet<>();
    heads.stream().filter(id -> !other.followed(id)).forEach(allHeads::add);
    other.heads.stream().filter(id -> !followed(id)).forEach(allHeads::add);
    return new RevisionIndex(allIds, allHeads);
  }

  private boolean followed(String id) {
    return ids.contains(id) && !heads.contains(id);
  }
}
