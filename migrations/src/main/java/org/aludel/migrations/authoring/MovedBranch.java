package org.aludel.migrations.authoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.migrations.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a branch as they would be behind another head. Only what they follow changes;
 * comments and layout of the files stay. Immutable.
 *
 * @param onto id of the head that they follow
 * @param fork where the branch left the other line; null for lines without a common revision
 * @param ids all revisions of the branch, in the order of the graph
 * @param moves those whose file changes
 * @param after the graph with the moves done
 */
public record MovedBranch(
    String onto, @Nullable String fork, List<String> ids, List<Move> moves, RevisionMap after) {
  private static final Pattern DOWN =
      Pattern.compile("(?m)^(\\s+down:[ \\t]*)\\[[^\\]\\n]*\\]([ \\t]*(?:#.*)?)$");

  public MovedBranch {
    ids = List.copyOf(ids);
    moves = List.copyOf(moves);
  }

  /**
   * A file that changes.
   *
   * @param revision as it will be
   * @param text of the file as it will be
   */
  public record Move(RevisionFile file, Revision revision, String text) {}

  /**
   * Finds what moves.
   *
   * @param head a symbol of the branch's end; null for the other one of two heads
   * @param onto a symbol of the revision that stays; null for the other one of two heads
   * @param applied ids of revisions that the database has; of two heads nobody chose between, the
   *     one that it has stays
   * @throws RevisionException NOTHING_TO_REBASE, MULTIPLE_HEADS, UNKNOWN_REVISION, CYCLE; and
   *     NOT_WRITABLE where {@code down} stands on several lines
   */
  public static MovedBranch of(
      ScriptDirectory scripts, @Nullable String head, @Nullable String onto, Set<String> applied) {
    List<RevisionFile> files = scripts.files();
    RevisionMap map = RevisionMap.of(files.stream().map(RevisionFile::revision).toList());
    Ends ends = Ends.of(map, head, onto, applied);
    Set<String> staying = map.ancestors(List.of(ends.onto()));
    Set<String> common = map.ancestors(List.of(ends.head()));
    common.retainAll(staying);
    Set<String> moved = branch(map, ends.head(), staying);
    if (moved.isEmpty() || common.contains(ends.onto())) {
      throw nothing(map, ends);
    }
    Map<String, Revision> revisions = new LinkedHashMap<>();
    map.revisions().forEach(each -> revisions.put(each.id(), each));
    List<Move> moves = new ArrayList<>();
    for (Revision revision : map.revisions()) {
      if (moved.contains(revision.id())) {
        Revision changed = revision.withDown(down(revision, moved, ends.onto()));
        revisions.put(revision.id(), changed);
        if (!changed.down().equals(revision.down())) {
          RevisionFile file = file(files, revision);
          moves.add(move(file, scripts.text(file), changed));
        }
      }
    }
    List<String> fork = map.maximal(common);
    return new MovedBranch(
        ends.onto(),
        fork.isEmpty() ? null : fork.get(0),
        map.revisions().stream().map(Revision::id).filter(moved::contains).toList(),
        moves,
        RevisionMap.of(revisions.values()));
  }

  /** Whether each revision of the branch can be undone. */
  public boolean reversible() {
    return ids.stream().allMatch(id -> after.get(id).reversible());
  }

  /** Along {@code down} alone: what the branch merely depends on is not of it. */
  private static Set<String> branch(RevisionMap map, String head, Set<String> staying) {
    Set<String> branch = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(head));
    while (!open.isEmpty()) {
      String id = open.remove();
      if (!staying.contains(id) && branch.add(id)) {
        open.addAll(map.get(id).down());
      }
    }
    return branch;
  }

  /** Parents on the branch stay, all others become the one that it is put behind. */
  private static List<String> down(Revision revision, Set<String> moved, String onto) {
    Set<String> down = new LinkedHashSet<>();
    revision.down().forEach(parent -> down.add(moved.contains(parent) ? parent : onto));
    if (revision.base()) {
      down.add(onto);
    }
    return List.copyOf(down);
  }

  private static RevisionFile file(Collection<RevisionFile> files, Revision revision) {
    return files.stream()
        .filter(each -> each.revision().equals(revision))
        .findFirst()
        .orElseThrow();
  }

  static Move move(RevisionFile file, String before, Revision changed) {
    String down =
        changed.down().stream()
            .map(id -> '"' + id + '"')
            .collect(Collectors.joining(", ", "[", "]"));
    Matcher line = DOWN.matcher(before);
    if (!line.find()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.NOT_WRITABLE, "cannot change \"down\" in \"" + file.path() + "\"")
              .found("no line such as  down: [\"1975ea83b712\"]")
              .expected("\"down\" on one line")
              .fix("write it on one line"));
    }
    String text =
        before.substring(0, line.start())
            + line.group(1)
            + down
            + line.group(2)
            + before.substring(line.end());
    return new Move(file, changed, text);
  }

  private static RevisionException nothing(RevisionMap map, Ends ends) {
    return new RevisionException(
        Problem.of(MigrationCode.NOTHING_TO_REBASE, "cannot put one branch behind another")
            .found(
                map.get(ends.head()).title()
                    + " and "
                    + map.get(ends.onto()).title()
                    + " are on one line already")
            .expected("two lines of history")
            .fix("mvn orm:heads lists the heads"));
  }

  /** Which end moves and which stays. */
  private record Ends(String head, String onto) {
    static Ends of(
        RevisionMap map, @Nullable String head, @Nullable String onto, Set<String> applied) {
      List<String> heads = new ArrayList<>(map.heads().stream().map(Revision::id).toList());
      String staying = onto == null ? null : Placement.one(map, onto);
      String moving = head == null ? null : Placement.one(map, head);
      if (moving == null && staying == null) {
        moving = unapplied(heads, applied);
      }
      heads.remove(moving);
      heads.remove(staying);
      String other = heads.size() == 1 ? heads.get(0) : null;
      return new Ends(
          required(map, moving == null && staying != null ? other : moving),
          required(map, staying == null && moving != null ? other : staying));
    }

    /** Of two heads the only one that the database does not have. */
    private static @Nullable String unapplied(List<String> heads, Set<String> applied) {
      List<String> unapplied = heads.stream().filter(id -> !applied.contains(id)).toList();
      return heads.size() == 2 && unapplied.size() == 1 ? unapplied.get(0) : null;
    }

    private static String required(RevisionMap map, @Nullable String end) {
      if (end == null) {
        throw new RevisionException(
            Problem.of(MigrationCode.MULTIPLE_HEADS, "cannot choose the branch that moves")
                .found(Placement.titles(map.heads()))
                .expected("two heads, one of which is named or applied")
                .fix("-Dorm.revision=<the head that moves> -Dorm.onto=<the head that stays>"));
      }
      return end;
    }
  }
}
