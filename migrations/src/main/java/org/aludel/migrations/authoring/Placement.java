package org.aludel.migrations.authoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;

/** Finds the place of a new revision in the graph. Immutable. */
public final class Placement {
  private final RevisionMap map;

  /** A placement among the revisions of a graph. */
  public Placement(RevisionMap map) {
    this.map = map;
  }

  /**
   * A revision without steps, where the person wants it.
   *
   * @param id of the revision, when the person gave none
   * @throws RevisionException MULTIPLE_HEADS, NOT_A_HEAD, UNKNOWN_REVISION, AMBIGUOUS_REVISION;
   *     DUPLICATE_REVISION, DUPLICATE_LABEL and CYCLE as the graph with it would be refused
   */
  public Revision place(NewRevision given, String id, String title, Instant created) {
    return place(given, id, title, created, parents(given));
  }

  /** Refuses, as {@link #place}, what has no place; for a look ahead of longer work. */
  public void requirePlace(NewRevision given) {
    parents(given);
  }

  /** The same with parents that are known. */
  Revision place(
      NewRevision given, String id, String title, Instant created, List<String> parents) {
    String name = given.id() == null ? id : given.id();
    Revision revision =
        Revision.of(name, parents, title, created)
            .withBranches(given.branches())
            .withDependsOn(given.dependsOn().stream().map(each -> one(map, each)).toList());
    List<Revision> all = new ArrayList<>(map.revisions());
    all.add(revision);
    RevisionMap.of(all);
    return revision;
  }

  private List<String> parents(NewRevision given) {
    List<Revision> heads = map.heads();
    if (given.head().equals("head") && heads.size() > 1) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.MULTIPLE_HEADS,
                  "cannot choose the revision that the new one follows: there are "
                      + heads.size()
                      + " heads")
              .found(titles(heads))
              .expected("one head, or the one that is meant")
              .fix("mvn orm:merge joins them; or name one: -Dorm.head=" + heads.get(0).id()));
    }
    List<String> parents = map.resolve(given.head(), List.of()).revisions();
    if (parents.size() > 1) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.MULTIPLE_HEADS,
                  "cannot follow \"" + given.head() + "\": it stands for several revisions")
              .found(String.join(", ", parents))
              .expected("one revision")
              .fix("mvn orm:merge joins them"));
    }
    if (!given.splice()) {
      parents.forEach(this::requireHead);
    }
    return parents;
  }

  private void requireHead(String id) {
    List<String> children = map.children(id);
    if (!children.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.NOT_A_HEAD,
                  "cannot follow revision " + map.get(id).title() + ": it is no head")
              .found("followed by " + titles(children.stream().map(map::get).toList()))
              .expected("a head, or the word that a new branch is meant")
              .fix("-Dorm.head=<a head>; or -Dorm.splice begins a branch there"));
    }
  }

  /** The one revision that a symbol stands for. */
  static String one(RevisionMap map, String symbol) {
    List<String> found = map.resolve(symbol, List.of()).revisions();
    if (found.size() != 1) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.UNKNOWN_REVISION, "cannot take \"" + symbol + "\" for a revision")
              .found(found.isEmpty() ? "the base" : String.join(", ", found))
              .expected("one revision")
              .fix("mvn orm:history lists them"));
    }
    return found.get(0);
  }

  static String titles(List<Revision> revisions) {
    return String.join(", ", revisions.stream().map(Revision::title).toList());
  }
}
