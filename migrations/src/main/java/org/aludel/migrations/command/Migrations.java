package org.aludel.migrations.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.aludel.engine.Engine;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.authoring.WrittenRevision;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.extension.Extensions;
import org.aludel.migrations.hook.ProgramHook;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.migrations.repair.RepairResult;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.OfflineResult;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunResult;
import org.aludel.migrations.script.ScriptDirectory;
import org.aludel.migrations.seed.SeedResult;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of one database, for programs and for the Maven goals alike. Works without Maven
 * and without Liquibase.
 *
 * <pre>{@code
 * Migrations.of(dataSource).upgrade();      // at the start of an application
 * }</pre>
 *
 * Immutable and thread-safe; opens connections while a command runs and closes them. Whoever made
 * the engine or the data source closes it.
 */
public final class Migrations {
  private final Workbench bench;

  private Migrations(Workbench bench) {
    this.bench = bench;
  }

  /** As {@link #of(Engine)} over a data source of the application. */
  public static Migrations of(DataSource dataSource) {
    return of(Engine.create(dataSource));
  }

  /**
   * The revisions that the build packed, in {@code db/migrations} of the class path unless its
   * index says otherwise, with default settings; noted where that index says.
   */
  public static Migrations of(Engine engine) {
    return new Migrations(Workbench.atStart(engine, null));
  }

  /**
   * As {@link #of(Engine)} for one of several databases of an application.
   *
   * @param database its name in {@code aludel.yaml}
   */
  public static Migrations of(Engine engine, String database) {
    return new Migrations(Workbench.atStart(engine, database));
  }

  /** The revisions in the settings' directory. The engine decides where, the settings what. */
  public static Migrations of(Engine engine, Settings settings) {
    return new Migrations(Workbench.of(engine, settings));
  }

  /**
   * The same with the revisions that a build packed where a class loader sees them, in the jar of
   * Spring Boot too, as {@link #of(Engine)} finds them.
   *
   * @param database one of several of the application; null where it has one
   */
  public Migrations packedIn(ClassLoader loader, @Nullable String database) {
    return new Migrations(bench.packedIn(loader, database));
  }

  /** The same with the revisions that a class loader sees in {@code db/migrations}. */
  public Migrations revisionsOf(@Nullable ClassLoader loader) {
    ClassLoader used = loader == null ? Migrations.class.getClassLoader() : loader;
    return revisionsOf(used, ScriptDirectory.CLASS_PATH_LOCATION);
  }

  /** The same, with the class loader that knows the classes which revisions name. */
  public Migrations stepsOf(ClassLoader loader) {
    return new Migrations(bench.withOptions(bench.options().withSteps(loader)));
  }

  /** As {@link #revisionsOf(ClassLoader)} from another folder, such as {@code db/billing}. */
  public Migrations revisionsOf(ClassLoader loader, String location) {
    return new Migrations(bench.withScripts(ScriptDirectory.ofClassPath(loader, location)))
        .stepsOf(loader);
  }

  /** The same, comparing with the schema of mapped classes. */
  public Migrations model(WantedModel model) {
    return new Migrations(bench.withModel(model));
  }

  /** The same with what users add: filters, comparators, rewriters, hooks; in place of others. */
  public Migrations extensions(Extensions extensions) {
    return new Migrations(
        bench.withExtensions(ProgramHook.added(extensions, bench.settings().hooks())));
  }

  /** The same, telling a listener what happens while it happens. */
  public Migrations listener(ProgressListener listener) {
    return new Migrations(bench.withListener(listener));
  }

  /** The same, with a given time and given ids for new revisions, so that bytes can be compared. */
  public Migrations chance(Clock clock, RandomGenerator random) {
    return new Migrations(bench.withChance(clock, random));
  }

  /**
   * The same without asking the database: where it stands is left open. For what needs the files
   * alone; the engine says which dialect they are written for, and is connected only where a
   * scratch database is made on its server.
   */
  public Migrations withoutDatabase() {
    return new Migrations(bench.withoutDatabase());
  }

  /**
   * As {@link #withoutDatabase()} where the engine leads nowhere at all: what needs a scratch
   * database is refused unless the settings name a server for it.
   *
   * @param reason why it leads nowhere, for the message
   */
  public Migrations withoutServer(String reason) {
    return new Migrations(bench.withoutServer(reason));
  }

  /** As {@link #upgrade(String)} to {@code head}. */
  public RunResult upgrade() {
    return upgrade("head");
  }

  /**
   * Runs the revisions that are missing up to a target, each in a transaction of its own; waits for
   * other processes that do the same.
   *
   * @param target a revision id or a unique beginning of one, {@code head}, {@code heads}, {@code
   *     +2}, {@code label@head}
   * @throws org.aludel.error.RevisionException MULTIPLE_HEADS, UNKNOWN_REVISION, FILE_CHANGED,
   *     LEDGER_MISMATCH, LOCKED before anything is run; STEP_FAILED with the revisions before it
   *     committed
   */
  public RunResult upgrade(String target) {
    return bench.runner(revisions()).upgrade(target);
  }

  /**
   * Undoes the revisions above a target, the last first.
   *
   * @param target as for {@link #upgrade(String)}, {@code base} or {@code -1}
   * @throws org.aludel.error.RevisionException as {@link #upgrade(String)}, and NOT_APPLIED,
   *     NOT_REVERSIBLE; LOSSY_DOWNGRADE where rows would be lost; DOWNGRADE_FORBIDDEN where the
   *     profile says so
   */
  public RunResult downgrade(String target) {
    return downgrade(target, bench.options().lossy());
  }

  /**
   * As {@link #downgrade(String)}.
   *
   * @param lossy what becomes of rows that it would lose; {@code KEEP} copies them to schema {@code
   *     aludel_kept}, and the next upgrade gives them back
   */
  public RunResult downgrade(String target, LossPolicy lossy) {
    bench.allowed().downgrade("downgrade");
    return bench
        .withOptions(bench.options().withLossy(lossy))
        .runner(revisions())
        .downgrade(target);
  }

  /** Declares the database to be at a target, without running anything; for one that was there. */
  public RunResult stamp(String target) {
    return bench.runner(revisions()).stamp(target);
  }

  /**
   * As {@link #stamp(String)}.
   *
   * @param targets one or several, separated by commas
   * @param purge whether the database first forgets all that it knows of revisions, those without a
   *     file included
   */
  public RunResult stamp(String targets, boolean purge) {
    return bench.runner(revisions()).stamp(targets, purge);
  }

  /**
   * Makes the tables for the bookkeeping where they are missing, and nothing else.
   *
   * @return the names of those that were made
   */
  public List<String> ensureVersion() {
    return bench.runner(revisions()).ensureVersion();
  }

  /**
   * Undoes what the database has and the files have not, or have otherwise, by the text that was
   * kept when it was applied; then upgrades to all heads. After a change of branches in version
   * control.
   *
   * @throws org.aludel.error.RevisionException as {@link #downgrade} and {@link #upgrade}
   */
  public RunResult sync() {
    bench.allowed().downgrade("sync");
    return bench.runner(revisions()).sync();
  }

  /**
   * The SQL of an upgrade as a script for {@code psql}, with ledger, heads and log. Connects only
   * for a range that begins at {@code current}.
   *
   * @param range {@code start:end}, or the end alone for a script that begins at the base
   * @throws org.aludel.error.RevisionException UNKNOWN_REVISION, MULTIPLE_HEADS, UNKNOWN_CHANGE,
   *     NOT_OFFLINE
   */
  public OfflineResult upgradeScript(String range) {
    return bench.runner(revisions()).upgradeScript(range);
  }

  /**
   * As {@link #upgradeScript} for a downgrade.
   *
   * @param range {@code start:end}, such as {@code head:base}
   * @throws org.aludel.error.RevisionException also NOT_APPLIED, NOT_REVERSIBLE
   */
  public OfflineResult downgradeScript(String range) {
    return bench.runner(revisions()).downgradeScript(range);
  }

  /**
   * The SQL of a stamp, as {@link #upgradeScript} with the end of {@link #stamp(String, boolean)}.
   *
   * @param range {@code start:end}, or the end alone for a database at the base
   */
  public OfflineResult stampScript(String range) {
    return bench.runner(revisions()).stampScript(range);
  }

  /** The SQL of {@link #ensureVersion()}; connects to nothing. */
  public String ensureVersionScript() {
    return bench.runner(revisions()).ensureVersionScript();
  }

  /**
   * Marks where the database is with a name in the ledger; plain Liquibase can roll back to it.
   *
   * @return whether there was anything to mark
   */
  public boolean tag(String name) {
    return bench.runner(revisions()).tag(name);
  }

  /** Where the database stands; changes nothing. */
  public CurrentResult current() {
    History history = History.of(bench);
    return new CurrentResult(history.current(), history.pending(), history.changed());
  }

  /** All revisions and which are applied; changes nothing. */
  public HistoryResult history() {
    History history = History.of(bench);
    return new HistoryResult(history.all(), history.changed());
  }

  /**
   * Some of the revisions, with both ends of the range; changes nothing.
   *
   * @param range {@code start:end}: each a symbol as for {@link #upgrade(String)}, {@code current},
   *     or nothing for all on that side; {@code -3:current} are the last three and what they follow
   */
  public HistoryResult history(String range) {
    History history = History.of(bench);
    return new HistoryResult(history.between(range), history.changed());
  }

  /** Everything about some revisions, by their ids; changes nothing. */
  public List<ShowResult> showAll(List<String> ids) {
    return new Graph(bench).showAll(ids);
  }

  /**
   * Compares the model with the database, tries the difference out in a scratch database and writes
   * it as a revision. Writes nothing where there is no difference. The live database is only read;
   * {@link #withoutDatabase() without one} the model is compared with what all revisions make from
   * nothing in a scratch database.
   *
   * @param message the title of the revision; null for a title made of what was found
   * @throws org.aludel.error.RevisionException NOT_AT_HEAD when the database lacks revisions;
   *     MULTIPLE_HEADS, SCRATCH_FAILED; PROOF_FAILED for what was tried and does not run,
   *     UNSUPPORTED_OBJECT for new tables with what is not covered. What cannot be tried is
   *     written, and its result says so
   */
  public AutogenerateResult autogenerate(@Nullable String message) {
    return autogenerateAs(NewRevision.of(message));
  }

  /**
   * As {@link #autogenerate(String)}, at a place of the graph and with an id that the person says.
   *
   * @throws org.aludel.error.RevisionException also NOT_A_HEAD
   */
  public AutogenerateResult autogenerateAs(NewRevision given) {
    return new Autogenerate(bench).run(given);
  }

  /** As {@link #autogenerateAs}, but gives the SQL of the upgrade and writes no revision. */
  public AutogenerateScript autogenerateScript(NewRevision given) {
    return new Autogenerate(bench).script(given);
  }

  /**
   * Writes a revision for SQL written by hand; unfilled it runs and does nothing. Reads files only.
   *
   * @throws org.aludel.error.RevisionException MULTIPLE_HEADS, NOT_A_HEAD, UNKNOWN_REVISION,
   *     NOT_WRITABLE
   */
  public WrittenRevision revision(NewRevision given) {
    return bench.told(bench.author().create(given));
  }

  /**
   * Writes a revision that joins lines of history and does nothing itself. Reads files only.
   *
   * @param revisions symbols of what is joined; none for all heads
   * @throws org.aludel.error.RevisionException NOTHING_TO_MERGE, NOT_A_HEAD, NOT_WRITABLE
   */
  public WrittenRevision merge(List<String> revisions, NewRevision given) {
    return bench.told(bench.author().merge(revisions, given));
  }

  /** The heads of the files; changes nothing. */
  public HeadsResult heads() {
    return new Graph(bench).heads();
  }

  /** Where lines of history part and join; changes nothing. */
  public BranchesResult branches() {
    return new Graph(bench).branches();
  }

  /**
   * Everything about the revisions that a symbol stands for: one for an id, several for {@code
   * heads}, those of the database for {@code current}. Changes nothing.
   *
   * @throws org.aludel.error.RevisionException UNKNOWN_REVISION, AMBIGUOUS_REVISION
   */
  public List<ShowResult> show(String symbol) {
    return new Graph(bench).show(symbol);
  }

  /**
   * Compares the model with what all revisions make from nothing, and that with the database. The
   * live database is only read.
   *
   * @param strict whether drops that are held back count as differences
   */
  public CheckResult check(boolean strict) {
    return new Check(bench).run(strict, false);
  }

  /**
   * As {@link #check(boolean)}, and runs the whole history in scratch databases: from nothing to
   * the heads with rows in the tables, and down again, each downgrade to the schema before it.
   */
  public CheckResult checkHistory(boolean strict) {
    return new Check(bench).run(strict, true);
  }

  /**
   * Writes the base revision of a database that was there before its history, tried to give that
   * database from nothing, and stamps the database with it.
   *
   * @throws org.aludel.error.RevisionException NOT_EMPTY when there are revisions; SCRATCH_FAILED,
   *     PROOF_FAILED, UNSUPPORTED_OBJECT, NOT_WRITABLE
   */
  public AutogenerateResult baseline(NewRevision given) {
    return new Baseline(bench).run(given);
  }

  /**
   * Writes mapped classes of the live database, and SQL files of what classes cannot say; together
   * they differ from it in nothing. May throw NOT_WRITABLE.
   */
  public ReverseResult reverse(ReverseRequest request) {
    return new Reverse(bench).run(request);
  }

  /**
   * Puts the revisions of a branch behind another head, in place of a merge: their files get
   * another {@code down}. The new history is tried in a scratch database first.
   *
   * @param head a symbol of the end of the branch that moves; null for the other one of two heads
   * @param onto a symbol of the revision that it is put behind; null for the other one of two heads
   * @throws org.aludel.error.RevisionException APPLIED_ALREADY, NOTHING_TO_REBASE, MULTIPLE_HEADS,
   *     NOT_WRITABLE; STEP_FAILED when the new history does not run
   */
  public RebaseResult rebase(@Nullable String head, @Nullable String onto) {
    return new Rebase(bench).run(head, onto);
  }

  /**
   * Puts one base revision in the place of all revisions up to one of them, when it is proven to
   * make the same schema, and stamps the database with it. Databases elsewhere are stamped by
   * {@link #stamp(String, boolean)} with a purge.
   *
   * @param target a symbol of the last revision that is replaced
   * @param leaveRows whether statements that may change rows may be left out
   * @throws org.aludel.error.RevisionException CANNOT_SQUASH; SCRATCH_FAILED, STEP_FAILED,
   *     FILE_CHANGED
   */
  public SquashResult squash(String target, NewRevision given, boolean leaveRows) {
    return new Squash(bench).run(target, given, leaveRows);
  }

  /**
   * Compares two schemas; changes nothing.
   *
   * @param from {@code database}, {@code model}, {@code revisions}, {@code revisions:<symbol>},
   *     {@code sql:FILE} or the URL of a database
   * @param to likewise
   * @param base to which a relative FILE belongs
   */
  public DiffResult diff(String from, String to, Path base) {
    return new Diff(bench, base).run(from, to);
  }

  /**
   * The same for all tenants; what the other commands do is about the template alone.
   *
   * @see Settings#tenants()
   */
  public TenantMigrations tenants() {
    return new TenantMigrations(bench, state -> {}, null);
  }

  /** Where files and database stand, also where the two do not fit; changes nothing. */
  public StatusResult status() {
    return new Status(bench).run();
  }

  /**
   * Looks for what is wrong between files, bookkeeping and database: applied revisions without a
   * file or with another one, half recorded ones, heads that do not follow from the ledger, a stuck
   * lock of Liquibase, invalid indexes, left scratch databases. Changes nothing.
   */
  public RepairResult repair() {
    return bench.repairs().look();
  }

  /**
   * Does the fixes that are named, and nothing else.
   *
   * @param fixes names as {@link #repair()} shows them
   * @throws org.aludel.error.RevisionException NOTHING_TO_FIX before anything is done; LOCKED
   */
  public RepairResult repair(List<String> fixes) {
    return bench.repairs().fix(fixes);
  }

  /**
   * Throws away all that is in the database and runs all revisions.
   *
   * @throws org.aludel.error.RevisionException NOT_DISPOSABLE unless the database is an embedded
   *     one or the profile says that it is disposable; as {@link #upgrade(String)}
   */
  public RunResult reset() {
    bench.allowed().discard("throw away the database \"" + bench.engine() + "\"", null);
    return bench.runner(revisions()).reset();
  }

  /**
   * Puts rows for development and tests into the database, in one transaction: those of files, each
   * known again by its key so that a second run changes nothing, then generated ones into tables
   * that are empty.
   *
   * @param folder of the files, those for one profile in a subfolder of its name; need not exist
   * @param rows how many rows each empty table gets, 0 for none; at most 10,000
   * @param force the name of the profile or of the database that is meant although it is not
   *     disposable, or null
   * @throws org.aludel.error.RevisionException NOT_DISPOSABLE as {@link #reset()}, unless forced;
   *     SEED_FAILED with file and line, and nothing put in
   */
  public SeedResult seed(Path folder, int rows, @Nullable String force) {
    return new Seeding(bench).run(folder, rows, force);
  }

  private RevisionMap revisions() {
    return bench.scripts().revisions();
  }
}
