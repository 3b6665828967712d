package org.aludel.migrations.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.loss.LossGuard;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.migrations.render.ChangeSql;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.revision.Target;
import org.aludel.migrations.script.RevisionFile;

/**
 * Runs revisions on one database. One process at a time works, others wait; each revision is
 * committed with its ledger rows and the new heads, so that a process may die at any moment and the
 * next run goes on. Needs no Liquibase, and leaves a ledger that Liquibase understands.
 *
 * <pre>{@code
 * RevisionMap revisions = ScriptDirectory.ofClassPath(loader, "db/migrations").revisions();
 * new MigrationRunner(engine, revisions, changeSql, RunnerOptions.defaults(), listener)
 *     .upgrade("head");
 * }</pre>
 *
 * Not thread-safe; takes two connections of the engine while it works.
 */
public final class MigrationRunner {
  private final Engine engine;
  private final RunDialect dialect;
  private final RevisionMap map;
  private final ChangeSql nativeSql;
  private final ChangePreparation preparation;
  private final RunnerOptions options;
  private final ProgressListener listener;

  /**
   * A runner; opens nothing.
   *
   * @param nativeSql turns native changes into SQL
   */
  public MigrationRunner(
      Engine engine,
      RevisionMap map,
      ChangeSql nativeSql,
      RunnerOptions options,
      ProgressListener listener) {
    this.engine = engine;
    this.dialect = RunDialect.of(engine.dialect());
    this.map = map;
    this.nativeSql = nativeSql;
    this.preparation = ChangePreparation.running(nativeSql, options.steps().classes());
    this.options = options;
    this.listener = listener;
  }

  /**
   * Runs the revisions up to a target, each in its own transaction unless the options want one for
   * all. Finds nothing to do where the database is there already.
   *
   * @param symbol as in {@link RevisionMap#resolve}: {@code head}, an id, {@code +1}
   * @throws org.aludel.error.RevisionException LOCKED, UNKNOWN_REVISION, FILE_CHANGED,
   *     LEDGER_MISMATCH, MULTIPLE_HEADS, UNKNOWN_CHANGE, NOT_ONE_TRANSACTION, all before anything
   *     is run; STEP_FAILED where a statement fails, with the revisions before it committed
   */
  public RunResult upgrade(String symbol) {
    return locked(
        connection -> map,
        session -> {
          History history = session.history();
          List<Revision> path = map.upgradePath(history.heads(), symbol);
          return run(session, prepared(path, Direction.UP, history::missing));
        });
  }

  /**
   * Undoes the revisions above a target, the last applied first; what a broken run left of a
   * revision above it is undone too. A revision whose file is gone is undone by the text that was
   * kept when it was applied.
   *
   * @throws org.aludel.error.RevisionException as {@link #upgrade}, NOT_APPLIED, NOT_REVERSIBLE;
   *     LOSSY_DOWNGRADE before anything is undone where rows would be lost, unless the options
   *     allow it
   */
  public RunResult downgrade(String symbol) {
    return locked(
        connection -> new KeptRevisions(map, bookkeeping(connection)).joined(connection),
        session -> {
          History history = session.history();
          RevisionMap known = session.map();
          Target target = known.resolve(symbol, history.heads());
          Set<Revision> path = new LinkedHashSet<>(partialAbove(known, history, target));
          path.addAll(known.downgradePath(history.heads(), target));
          session.losses().require(session.connection(), path);
          session.connection().commit();
          return run(session, prepared(path, Direction.DOWN, history::done));
        });
  }

  /**
   * Undoes one head of the database and leaves all others where they are, whatever branch they are
   * on.
   *
   * @param id a whole revision id
   * @throws org.aludel.error.RevisionException as {@link #downgrade}; NOT_APPLIED for what is no
   *     head of the database
   */
  public RunResult undo(String id) {
    return locked(
        connection -> map,
        session -> {
          History history = session.history();
          if (!history.heads().contains(id)) {
            throw new RevisionException(
                Problem.of(MigrationCode.NOT_APPLIED, "cannot undo \"" + id + "\" alone")
                    .found("the database is at " + String.join(", ", history.heads()))
                    .expected("a revision that no applied one needs")
                    .fix("downgrade to a revision below it"));
          }
          return run(session, prepared(List.of(map.get(id)), Direction.DOWN, history::done));
        });
  }

  /**
   * Declares the database to be at a target without running anything: the ledger gets rows marked
   * {@code MARK_RAN} for what the target needs and loses the others.
   *
   * @throws org.aludel.error.RevisionException as {@link #upgrade}
   */
  public RunResult stamp(String symbol) {
    return stamp(symbol, false);
  }

  /**
   * As {@link #stamp(String)}.
   *
   * @param symbols one or several, separated by commas
   * @param purge whether the database first forgets all that it knows of revisions, those without a
   *     file included
   */
  public RunResult stamp(String symbols, boolean purge) {
    try (RunLock lock = lock()) {
      return new Stamp(engine, map, options).run(symbols, purge, lock);
    }
  }

  /**
   * Makes the bookkeeping tables that are missing, and nothing else.
   *
   * @return the names of those that were made
   */
  public List<String> ensureVersion() {
    try (RunLock lock = lock();
        Connection connection = engine.connect()) {
      Bookkeeping bookkeeping = bookkeeping(connection);
      Set<String> before = bookkeeping.existing(connection);
      lock.refusePooler(connection);
      bookkeeping.createMissing(connection, before);
      BookkeepingWrite write = new BookkeepingWrite();
      lock.require(write);
      write.run(connection);
      connection.commit();
      return bookkeeping.existing(connection).stream()
          .filter(each -> !before.contains(each))
          .sorted()
          .toList();
    }
  }

  /**
   * Undoes what the database has and the files do not have, or have otherwise, by the text that was
   * kept when it was applied; then runs what the files have. For a database of a developer who
   * changed the branch of version control.
   *
   * @throws org.aludel.error.RevisionException as {@link #downgrade} and {@link #upgrade}
   */
  public RunResult sync() {
    try (RunLock lock = lock();
        Connection connection = engine.connect()) {
      KeptRevisions kept = new KeptRevisions(map, bookkeeping(connection));
      RevisionMap applied = kept.asApplied(connection);
      RunSession back = session(connection, applied, lock, lossyOfSync());
      RunResult undone =
          run(back, prepared(foreign(applied, back), Direction.DOWN, back.history()::done));
      RunSession forth = session(connection, map, lock);
      History history = forth.history();
      List<Revision> path = map.upgradePath(history.heads(), "heads");
      RunResult done = run(forth, prepared(path, Direction.UP, history::missing));
      List<AppliedStep> steps = new ArrayList<>(undone.steps());
      steps.addAll(done.steps());
      return new RunResult(steps, undone.before(), done.heads());
    }
  }

  /**
   * Empties the database, whatever is in it, and runs all revisions. Whether it may be thrown away
   * is for the caller to know.
   *
   * @throws org.aludel.error.RevisionException as {@link #upgrade}
   */
  public RunResult reset() {
    try (RunLock lock = lock();
        Connection connection = engine.connect()) {
      dialect.wipe(lock, wiping(connection), options.defaultSchema());
      RunSession session = session(connection, map, lock);
      List<Revision> path = map.upgradePath(List.of(), "heads");
      return run(session, prepared(path, Direction.UP, session.history()::missing));
    }
  }

  /** As long as it takes: what is to be thrown away may still be in use for a moment. */
  private RunLock.Work wiping(Connection connection) {
    Bookkeeping bookkeeping = bookkeeping(connection);
    return new RunLock.Work(
        connection,
        bookkeeping.table(bookkeeping.version()),
        bookkeeping.searchPath(),
        new StepLimits(Duration.ZERO, 0, Duration.ZERO),
        List.of(),
        listener);
  }

  /** A change of branches is no word about rows, so they are kept until the branch is back. */
  private LossPolicy lossyOfSync() {
    return options.lossy() == LossPolicy.REFUSE ? LossPolicy.KEEP : options.lossy();
  }

  /** What is applied and not in the files as it was applied, with all that needs it, last first. */
  private List<Revision> foreign(RevisionMap applied, RunSession session) {
    Set<String> others = new LinkedHashSet<>();
    for (Revision revision : applied.revisions()) {
      Revision file = map.find(revision.id()).orElse(null);
      if (file == null || !RevisionFile.digest(file).equals(RevisionFile.digest(revision))) {
        others.add(revision.id());
      }
    }
    Set<String> undone = applied.descendants(others);
    List<Revision> path = new ArrayList<>(applied.revisions());
    path.removeIf(each -> !undone.contains(each.id()) || session.history().done(each).isEmpty());
    Collections.reverse(path);
    return path;
  }

  /**
   * The SQL that an upgrade would send, as a script for {@code psql}. Connects only for the start
   * {@code current}.
   *
   * @param range {@code start:end}, or the end alone for a script that begins at the base
   * @throws org.aludel.error.RevisionException UNKNOWN_REVISION, MULTIPLE_HEADS, UNKNOWN_CHANGE,
   *     NOT_OFFLINE
   */
  public OfflineResult upgradeScript(String range) {
    OfflineRange ends = OfflineRange.upward(range);
    List<String> start = start(ends);
    return offline().upgrade(start, map.resolve(ends.end(), start));
  }

  /**
   * As {@link #upgradeScript(String)}, without a database.
   *
   * @param start heads of the database that it is for
   * @param end a symbol
   */
  public OfflineResult upgradeScript(List<String> start, String end) {
    return offline().upgrade(start, map.resolve(end, start));
  }

  /**
   * As {@link #upgradeScript(String)} for a downgrade.
   *
   * @param range {@code start:end}, such as {@code head:base}
   * @throws org.aludel.error.RevisionException also NOT_APPLIED, NOT_REVERSIBLE
   */
  public OfflineResult downgradeScript(String range) {
    OfflineRange ends = OfflineRange.downward(range);
    List<String> start = start(ends);
    return offline().downgrade(start, map.resolve(ends.end(), start));
  }

  /**
   * The SQL of a stamp, which runs no revision.
   *
   * @param range {@code start:end}, or the end alone for a database at the base; the end may be
   *     several symbols, separated by commas
   * @throws org.aludel.error.RevisionException as {@link #upgradeScript(String)}
   */
  public OfflineResult stampScript(String range) {
    OfflineRange ends = OfflineRange.upward(range);
    List<String> start =
        ends.start().equals(OfflineRange.CURRENT)
            ? state().heads()
            : several(ends.start(), List.of());
    return offline().stamp(start, several(ends.end(), start));
  }

  private List<String> several(String symbols, List<String> current) {
    Set<String> revisions = new LinkedHashSet<>();
    for (String symbol : symbols.split(",", -1)) {
      revisions.addAll(map.resolve(symbol.strip(), current).revisions());
    }
    return List.copyOf(revisions);
  }

  /** The SQL that makes the bookkeeping tables that are missing. */
  public String ensureVersionScript() {
    Bookkeeping bookkeeping = new Bookkeeping(options, engine.dialect());
    return String.join(";\n\n", bookkeeping.ddl()) + ";\n";
  }

  /**
   * Marks the last thing that was done with a name in the ledger, where Liquibase looks for the tag
   * that a rollback leads to.
   *
   * @return whether there was anything to mark
   */
  public boolean tag(String name) {
    try (RunLock lock = lock();
        Connection connection = engine.connect()) {
      Bookkeeping bookkeeping = bookkeeping(connection);
      boolean begun = bookkeeping.existing(connection).contains(Bookkeeping.LEDGER);
      lock.refusePooler(connection);
      boolean marked = begun && new Ledger(bookkeeping, 0).tag(connection, name);
      BookkeepingWrite write = new BookkeepingWrite();
      lock.require(write);
      write.run(connection);
      connection.commit();
      return marked;
    }
  }

  private List<String> start(OfflineRange ends) {
    return ends.start().equals(OfflineRange.CURRENT)
        ? state().heads()
        : map.resolve(ends.start(), List.of()).revisions();
  }

  private OfflineScript offline() {
    Bookkeeping bookkeeping = new Bookkeeping(options, engine.dialect());
    return new OfflineScript(
        map, ChangePreparation.showing(nativeSql), bookkeeping, dialect.script(bookkeeping));
  }

  /**
   * Where the database stands. Takes no lock and changes nothing; a database without our tables is
   * at the base, and files that were changed after they were applied are named, not refused.
   *
   * @throws org.aludel.error.RevisionException UNKNOWN_REVISION, LEDGER_MISMATCH
   */
  public DatabaseState state() {
    try (Connection connection = engine.connect()) {
      return new HistoryReader(map, bookkeeping(connection)).state(connection);
    }
  }

  private RunResult locked(
      Function<Connection, RevisionMap> revisions, Function<RunSession, RunResult> work) {
    try (RunLock lock = lock();
        Connection connection = engine.connect()) {
      return work.apply(session(connection, revisions.apply(connection), lock));
    }
  }

  private RunLock lock() {
    return dialect.lock(engine, options, listener);
  }

  private RunSession session(Connection connection, RevisionMap revisions, RunLock lock) {
    return session(connection, revisions, lock, options.lossy());
  }

  private RunSession session(
      Connection connection, RevisionMap revisions, RunLock lock, LossPolicy lossy) {
    Bookkeeping bookkeeping = bookkeeping(connection);
    HistoryReader reader = new HistoryReader(revisions, bookkeeping);
    History history = reader.adopt(connection, options, lock, listener);
    lock.refusePooler(connection);
    connection.commit();
    return new RunSession(
        engine,
        connection,
        revisions,
        bookkeeping,
        new VersionTable(bookkeeping),
        new Ledger(bookkeeping, System.currentTimeMillis()),
        new RevisionLog(bookkeeping),
        lock,
        lock.watch(),
        listener,
        new LossGuard(lossy, options.defaultSchema(), dialect.rows()),
        history);
  }

  private Bookkeeping bookkeeping(Connection connection) {
    return new Bookkeeping(options, connection.dialect());
  }

  private List<PreparedRevision> prepared(
      Iterable<Revision> path, Direction direction, Function<Revision, List<ChangeSet>> open) {
    List<PreparedRevision> prepared = new ArrayList<>();
    for (Revision revision : path) {
      prepared.add(PreparedRevision.of(preparation, revision, direction, open.apply(revision)));
    }
    return prepared;
  }

  private RunResult run(RunSession session, List<PreparedRevision> path) {
    if (options.together() && !path.isEmpty()) {
      return new WholeRun(session, path).run();
    }
    List<String> before = session.history().heads();
    List<AppliedStep> steps = new ArrayList<>();
    for (PreparedRevision revision : path) {
      steps.add(new RevisionRun(session, revision).run());
    }
    return new RunResult(steps, before, session.history().heads());
  }

  /** Half-run revisions that a downgrade to the target leaves behind, last first. */
  private static List<Revision> partialAbove(RevisionMap known, History history, Target target) {
    Set<String> above = known.above(target);
    List<Revision> partial = new ArrayList<>(history.partial());
    partial.removeIf(revision -> !above.contains(revision.id()));
    Collections.reverse(partial);
    return partial;
  }
}
