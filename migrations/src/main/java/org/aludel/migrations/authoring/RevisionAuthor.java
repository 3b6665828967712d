package org.aludel.migrations.authoring;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.script.NewFile;
import org.aludel.migrations.script.RevisionIds;
import org.aludel.migrations.script.ScriptDirectory;

/** Writes revision files that hold no detected operation: empty ones and merges. */
public final class RevisionAuthor {
  /** What stands at the end of an empty revision; uncommented it is the changeset's content. */
  private static final String EXAMPLE =
      """
            # Runs as it is, and does nothing. To fill it in, put your SQL in place of the two keys above:
            #
            # changes:
            #   - sql:
            #       splitStatements: false
            #       stripComments: false
            #       sql: |-
            #         UPDATE user_account SET name = trim(name)
            # rollback: []
            #
            # One entry a statement. "rollback" undoes what "changes" did, last first, in the same form; [] where nothing is
            # to be undone. For a way that cannot be undone leave "rollback" out and put  irreversible: why  into the header.
            # What PostgreSQL refuses inside a transaction (CREATE INDEX CONCURRENTLY) stands in a changeSet of its own,
            # with  runInTransaction: false  above its changes.
      """;

  private final ScriptDirectory scripts;
  private final Clock clock;
  private final RandomGenerator random;

  /** An author for a directory; the sources of time and ids are given. */
  public RevisionAuthor(ScriptDirectory scripts, Clock clock, RandomGenerator random) {
    this.scripts = scripts;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Writes a revision for a person to fill in.
   *
   * @throws RevisionException as {@link Placement#place} and {@link ScriptDirectory#write(NewFile)}
   */
  public WrittenRevision create(NewRevision given) {
    RevisionMap map = scripts.revisions();
    String title = given.titleOr("new revision");
    Revision placed = new Placement(map).place(given, id(map), title, now());
    return write(placed, given, EXAMPLE);
  }

  /**
   * Writes a revision that joins others and does nothing itself.
   *
   * @param symbols the revisions to join; none for all heads
   * @throws RevisionException NOTHING_TO_MERGE for fewer than two, or where one needs another;
   *     otherwise as {@link #create}
   */
  public WrittenRevision merge(List<String> symbols, NewRevision given) {
    RevisionMap map = scripts.revisions();
    List<String> parents = parents(map, symbols);
    if (!given.splice()) {
      requireHeads(map, parents);
    }
    String title = given.titleOr("merge " + String.join(" and ", parents));
    return write(new Placement(map).place(given, id(map), title, now(), parents), given, "");
  }

  private static List<String> parents(RevisionMap map, List<String> symbols) {
    Set<String> parents = new LinkedHashSet<>();
    for (String symbol : symbols.isEmpty() ? List.of("heads") : symbols) {
      parents.addAll(map.resolve(symbol, List.of()).revisions());
    }
    if (parents.size() < 2 || map.maximal(parents).size() < parents.size()) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOTHING_TO_MERGE, "cannot write a merge revision")
              .found(
                  parents.isEmpty()
                      ? "no revision"
                      : Placement.titles(parents.stream().map(map::get).toList()))
              .expected("two or more revisions, none of which is built on another")
              .fix("mvn orm:heads lists the heads"));
    }
    return map.maximal(parents);
  }

  private static void requireHeads(RevisionMap map, List<String> parents) {
    List<Revision> followed =
        parents.stream().filter(id -> !map.children(id).isEmpty()).map(map::get).toList();
    if (!followed.isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.NOT_A_HEAD, "cannot merge revisions that are no heads")
              .found(Placement.titles(followed))
              .expected("heads: " + Placement.titles(map.heads()))
              .fix("-Dorm.revisions=<heads>; or -Dorm.splice merges where others follow already"));
    }
  }

  private WrittenRevision write(Revision placed, NewRevision given, String appendix) {
    ChangeSet step =
        ChangeSet.of(placed.id() + "-1", placed.message(), List.of(Change.empty()), List.of());
    Revision revision = placed.withChangeSets(List.of(step));
    return new WrittenRevision(
        revision, scripts.write(new NewFile(revision, List.of(), appendix, given.directory())));
  }

  private String id(RevisionMap map) {
    return new RevisionIds(random).next(each -> map.find(each).isPresent());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
