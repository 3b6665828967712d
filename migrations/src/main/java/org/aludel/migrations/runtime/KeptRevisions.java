package org.aludel.migrations.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.migrations.script.RevisionLoader;

/**
 * Revisions that a database has and no file describes any more, from the text that was kept when
 * they were applied: an older version of an application, or another branch of version control, can
 * go down from them.
 */
final class KeptRevisions {
  private final RevisionMap map;
  private final Bookkeeping bookkeeping;

  KeptRevisions(RevisionMap map, Bookkeeping bookkeeping) {
    this.map = map;
    this.bookkeeping = bookkeeping;
  }

  /**
   * The files' revisions as this database applied them, and those that it has beyond them as far as
   * they were kept.
   */
  RevisionMap asApplied(Connection connection) {
    RevisionMap all = joined(connection);
    if (!bookkeeping.existing(connection).contains(bookkeeping.log())) {
      return all;
    }
    RevisionLog log = new RevisionLog(bookkeeping);
    Map<String, RevisionLog.Entry> entries = log.last(connection);
    List<Revision> revisions = new ArrayList<>();
    for (Revision revision : all.revisions()) {
      RevisionLog.Entry entry = entries.get(revision.id());
      boolean changed =
          entry != null
              && entry.action().applying()
              && !RevisionFile.hasDigest(revision, entry.digest());
      revisions.add(changed ? kept(log, connection, revision) : revision);
    }
    return RevisionMap.of(revisions);
  }

  private Revision kept(RevisionLog log, Connection connection, Revision revision) {
    return log.appliedText(connection, revision.id())
        .map(
            text ->
                new RevisionLoader().load(bookkeeping.log() + ":" + revision.id(), text).revision())
        .orElse(revision);
  }

  /** The files' revisions, and those that the heads need beyond them as far as they were kept. */
  RevisionMap joined(Connection connection) {
    Set<String> existing = bookkeeping.existing(connection);
    if (!existing.containsAll(Set.of(bookkeeping.version(), bookkeeping.log()))) {
      return map;
    }
    RevisionLog log = new RevisionLog(bookkeeping);
    Map<String, Revision> kept = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(new VersionTable(bookkeeping).read(connection));
    while (!open.isEmpty()) {
      String id = open.remove();
      if (map.find(id).isEmpty() && !kept.containsKey(id)) {
        Optional<String> text = log.appliedText(connection, id);
        if (text.isEmpty()) {
          return map;
        }
        Revision revision =
            new RevisionLoader().load(bookkeeping.log() + ":" + id, text.get()).revision();
        kept.put(id, revision);
        open.addAll(revision.parents());
      }
    }
    if (kept.isEmpty()) {
      return map;
    }
    List<Revision> all = new ArrayList<>(map.revisions());
    all.addAll(kept.values());
    return RevisionMap.of(all);
  }
}
