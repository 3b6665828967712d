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
import org.aludel.migrations.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The ids of all revisions and which of them are heads: all that a check at the start of an
 * application needs. Immutable.
 *
 * <p>Its text has one line a revision, in the order of the graph; a head is marked by that word
 * before it. Lines of their own say where the database notes its heads and in which folders the
 * revisions lie, where these are not the usual ones. Lines that begin with {@code #} are for
 * people.
 */
public record RevisionIndex(
    Set<String> ids, Set<String> heads, VersionStore store, List<String> locations) {
  /** Where the text lies on the class path. */
  public static final String RESOURCE = "META-INF/aludel/heads";

  /** The names of an application's databases, a line each, where it has several. */
  public static final String DATABASES = "META-INF/aludel/databases";

  private static final String HEAD = "head ";
  private static final String LOCATION = "location ";
  private static final List<String> USUAL = List.of(ScriptDirectory.CLASS_PATH_LOCATION);
  private static final String TABLE = "version-table ";
  private static final String SCHEMA = "version-schema ";

  public RevisionIndex {
    ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    heads = Collections.unmodifiableSet(new LinkedHashSet<>(heads));
    locations = List.copyOf(locations);
  }

  /** Revisions of a database that notes its heads in the usual table. */
  RevisionIndex(Set<String> ids, Set<String> heads) {
    this(ids, heads, VersionStore.USUAL, USUAL);
  }

  /**
   * Where the text of a database lies.
   *
   * @param database its name; null where the application has one
   */
  public static String resource(@Nullable String database) {
    return database == null ? RESOURCE : "META-INF/aludel/" + database + "/heads";
  }

  /** The folder of the class path that holds the revisions of a database unless one is named. */
  public static String usualLocation(@Nullable String database) {
    return database == null ? ScriptDirectory.CLASS_PATH_LOCATION : "db/" + database;
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
    return new RevisionIndex(ids, heads, other, locations);
  }

  /** The same for revisions that lie in these folders of the class path. */
  public RevisionIndex withLocations(List<String> others) {
    return new RevisionIndex(ids, heads, store, others);
  }

  /** Reads what {@link #toText()} wrote. */
  public static RevisionIndex parse(String text) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> heads = new LinkedHashSet<>();
    String table = VersionStore.USUAL.table();
    String schema = null;
    List<String> locations = new ArrayList<>();
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
      if (line.startsWith(LOCATION)) {
        locations.add(line.substring(LOCATION.length()));
        continue;
      }
      String id = line.startsWith(HEAD) ? line.substring(HEAD.length()).strip() : line;
      ids.add(id);
      if (line.startsWith(HEAD)) {
        heads.add(id);
      }
    }
    return new RevisionIndex(
        ids, heads, new VersionStore(schema, table), locations.isEmpty() ? USUAL : locations);
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
    if (!locations.equals(USUAL)) {
      locations.forEach(each -> lines.add(LOCATION + each));
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
    Set<String> allLocations = new LinkedHashSet<>(locations);
    allLocations.addAll(other.locations);
    return new RevisionIndex(allIds, allHeads, joined(other.store), List.copyOf(allLocations));
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
