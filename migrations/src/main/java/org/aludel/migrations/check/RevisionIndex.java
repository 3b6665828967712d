package org.aludel.migrations.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.VersionStore;

/**
 * The ids of all revisions and which of them are heads: all that a check at the start of an
 * application needs. Immutable.
 *
 * <p>Its text has one line a revision, in the order of the graph; a head is marked by that word
 * before it. Lines of their own say where the database notes its heads, where that is not the usual
 * table. Lines that begin with {@code #} are for people.
 */
public record RevisionIndex(Set<String> ids, Set<String> heads, VersionStore store) {
  /** Where the text lies on the class path. */
  public static final String RESOURCE = "META-INF/aludel/heads";

  private static final String HEAD = "head ";
  private static final String TABLE = "version-table ";
  private static final String SCHEMA = "version-schema ";

  public RevisionIndex {
    ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    heads = Collections.unmodifiableSet(new LinkedHashSet<>(heads));
  }

  /** Revisions of a database that notes its heads in the usual table. */
  RevisionIndex(Set<String> ids, Set<String> heads) {
    this(ids, heads, VersionStore.USUAL);
  }

  /** The index of a graph. */
  public static RevisionIndex of(RevisionMap revisions) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> heads = new LinkedHashSet<>();
    revisions.revisions().forEach(each -> ids.add(each.id()));
    revisions.heads().stream().map(Revision::id).forEach(heads::add);
    return new RevisionIndex(ids, heads);
  }

  /** The same for a database that notes its heads there. */
  public RevisionIndex withStore(VersionStore other) {
    return new RevisionIndex(ids, heads, other);
  }

  /** Reads what {@link #toText()} wrote. */
  public static RevisionIndex parse(String text) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> heads = new LinkedHashSet<>();
    String table = VersionStore.USUAL.table();
    String schema = null;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(TABLE)) {
        table = line.substring(TABLE.length());
        continue;
      }
      if (line.startsWith(SCHEMA)) {
        schema = line.substring(SCHEMA.length());
        continue;
      }
      String id = line.startsWith(HEAD) ? line.substring(HEAD.length()).strip() : line;
      ids.add(id);
      if (line.startsWith(HEAD)) {
        heads.add(id);
      }
    }
    return new RevisionIndex(ids, heads, new VersionStore(schema, table));
  }

  /** The text, ending in a line break; equal indexes give equal texts. */
  public String toText() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# The revisions in this part of the class path; written by the build, do not commit.");
    if (store.schema() != null) {
      lines.add(SCHEMA + store.schema());
    }
    if (!store.table().equals(VersionStore.USUAL.table())) {
      lines.add(TABLE + store.table());
    }
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
    return new RevisionIndex(allIds, allHeads, joined(other.store));
  }

  /** A library's revisions go where the application's go. */
  private VersionStore joined(VersionStore other) {
    if (store.equals(VersionStore.USUAL)) {
      return other;
    }
    if (other.equals(VersionStore.USUAL) || other.equals(store)) {
      return store;
    }
    throw new RevisionException(
        Problem.of(
                MigrationCode.INVALID_SETTING,
                "cannot tell where the database notes its revisions: two indexes on the class path"
                    + " disagree")
            .found(store + " and " + other + " in " + RESOURCE)
            .expected("one version-schema and version-table for an application")
            .fix("build the parts of the application with the same settings"));
  }

  private boolean followed(String id) {
    return ids.contains(id) && !heads.contains(id);
  }
}
