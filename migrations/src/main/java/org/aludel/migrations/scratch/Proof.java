package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.schema.MetaData;

/**
 * Tries a plan before it is written: in a scratch database with the schema before and rows in its
 * tables, the upgrade must leave nothing to do, and the downgrade must lead back. The proof cannot
 * see what the inspector does not read.
 */
public final class Proof {
  /**
   * Source: PostgreSQL 18, appendix A: undefined_function, undefined_table, undefined_object,
   * invalid_schema_name.
   */
  private static final Set<String> UNDEFINED = Set.of("42883", "42P01", "42704", "3F000");

  private final ScratchServer server;
  private final Normaliser normaliser;
  private final String defaultSchema;
  private final CompareOptions options;
  private final boolean rewritten;

  /**
   * @param options those of the comparison that the plan comes from
   */
  public Proof(ScratchServer server, CompareOptions options) {
    this(server, options.withAdditions(options.additions().withoutInsisting()), false);
  }

  private Proof(ScratchServer server, CompareOptions options, boolean rewritten) {
    this.server = server;
    this.options = options;
    this.rewritten = rewritten;
    this.defaultSchema = options.defaultSchema();
    this.normaliser = new Normaliser(defaultSchema);
  }

  /**
   * The same for a plan that users rewrote: what the upgrade leaves open of the model is said and
   * no failure, for they wanted it so.
   */
  public Proof ofRewritten() {
    return new Proof(server, options, true);
  }

  /** Says that nothing was tried, and why. */
  public static ProofResult notTried(String reason) {
    return new ProofResult(ProofResult.Level.NOT_PROVEN, "not proven: " + reason, List.of());
  }

  /**
   * Tries a plan, with rows first, and without when they are in the way.
   *
   * @param before the live database as reflected
   * @param model the model in the database's spelling
   */
  public ProofResult of(MigrationPlan plan, MetaData before, MetaData model) {
    return of(RoundTrip.of(plan), before, model);
  }

  /**
   * As {@link #of(MigrationPlan, MetaData, MetaData)} for statements that come from elsewhere, such
   * as from the file that says them.
   */
  public ProofResult of(RoundTrip trip, MetaData before, MetaData model) {
    Optional<String> obstacle = server.obstacle();
    if (obstacle.isPresent()) {
      return notTried(obstacle.get());
    }
    Trial whole = trial(trip, before, model, true);
    if (whole.end() != End.NOT_TRIED || !Reserved.isIn(before)) {
      return of(whole, trip, before, model);
    }
    MetaData reduced = Reserved.without(before);
    MetaData wanted = Reserved.without(model);
    Trial rest = trial(trip, reduced, wanted, true);
    if (rest.end() == End.NOT_TRIED) {
      return failed(whole);
    }
    rest.notes().add("tried without what only few roles may create: " + whole.failure());
    return of(rest, trip, reduced, wanted);
  }

  private ProofResult of(Trial withRows, RoundTrip trip, MetaData before, MetaData model) {
    if (withRows.end() == End.REACHED) {
      return result(ProofResult.Level.PROVEN, withRows, SampleRows.PER_TABLE + " rows a table");
    }
    if (withRows.end() != End.REFUSED) {
      return failed(withRows);
    }
    Trial empty = trial(trip, before, model, false);
    if (empty.end() != End.REACHED) {
      return failed(empty);
    }
    List<String> notes = new ArrayList<>(withRows.notes());
    notes.add("over rows: " + withRows.failure());
    return result(
        ProofResult.Level.PROVEN_WITHOUT_ROWS,
        new Trial(End.REACHED, empty.failure(), notes, empty.server()),
        "empty tables only: over rows it depends on the data");
  }

  private static ProofResult result(ProofResult.Level level, Trial trial, String rows) {
    if (!trial.failure().isEmpty()) {
      return new ProofResult(
          ProofResult.Level.NOT_PROVEN,
          "not proven: upgrade runs and downgrade gives the schema before ("
              + trial.server()
              + ", scratch database, "
              + rows
              + "), yet as it was rewritten, "
              + trial.failure(),
          trial.notes());
    }
    return new ProofResult(
        level,
        "upgrade gives the model, downgrade gives the schema before ("
            + trial.server()
            + ", scratch database, "
            + rows
            + ")",
        trial.notes());
  }

  private static ProofResult failed(Trial trial) {
    return new ProofResult(
        trial.end() == End.NOT_TRIED ? ProofResult.Level.NOT_PROVEN : ProofResult.Level.FAILED,
        "not proven: " + trial.failure() + trial.statement(),
        trial.notes());
  }

  /** How a run ended. */
  private enum End {
    REACHED,
    /** The server refused a statement; the sample rows may be the reason. */
    REFUSED,
    /** Both ways ran and led elsewhere. */
    ELSEWHERE,
    NOT_TRIED
  }

  /**
   * One run in one scratch database.
   *
   * @param failure the first thing that went wrong, or what rewriting left open; empty for none
   * @param statement the one that the server refused, on a line of its own; or empty
   */
  private record Trial(
      End end, String failure, String statement, List<String> notes, String server) {
    Trial(End end, String failure, List<String> notes, String server) {
      this(end, failure, "", notes, server);
    }
  }

  private Trial trial(RoundTrip trip, MetaData before, MetaData model, boolean rows) {
    List<String> notes = new ArrayList<>();
    String version = "";
    try (ScratchDatabase scratch = server.create()) {
      version = scratch.server();
      try (Connection connection = scratch.connect(defaultSchema)) {
        MetaData spelled = normaliser.spelled(before);
        normaliser.create(Reactions.without(spelled), connection);
        if (rows) {
          new SampleRows(before, connection.dialect(), SampleRows.PER_TABLE)
              .insert(connection)
              .forEach(each -> notes.add("no rows could be made for " + each));
        }
        normaliser.add(Reactions.in(spelled), connection);
      }
      String way = "upgrade";
      try {
        trip.there().forEach(leg -> run(leg, scratch));
        String open = difference(scratch, model, options.withRenames(List.of()), way);
        String left = rewritten ? "" : open;
        if (left.isEmpty()) {
          way = "downgrade";
          trip.back().forEach(leg -> run(leg, scratch));
          left = difference(scratch, before, exact(), way);
        }
        return left.isEmpty()
            ? new Trial(End.REACHED, open, notes, version)
            : new Trial(End.ELSEWHERE, left, notes, version);
      } catch (DatabaseException refused) {
        String text = "the " + way + " fails: " + FirstLine.of(refused);
        String lacking = lacking(refused, before);
        return lacking.isEmpty()
            ? new Trial(End.REFUSED, text, statement(refused), notes, version)
            : new Trial(End.NOT_TRIED, text + "; the trial had no " + lacking, notes, version);
      }
    } catch (RevisionException failure) {
      String found = failure.problem().found();
      String text = found == null ? failure.problem().what() : found;
      return new Trial(End.NOT_TRIED, text, notes, version);
    }
  }

  /** A server says where a syntax error is, and not in which statement. */
  private static String statement(DatabaseException refused) {
    String found = String.valueOf(refused.problem().found());
    int at = found.indexOf("\nin: ");
    return at < 0 ? "" : found.substring(at);
  }

  private CompareOptions exact() {
    return options.withRenames(List.of()).withDrops(CompareOptions.Drops.allowed());
  }

  /**
   * What the server missed and the live database has, though Aludel does not cover it; or empty.
   */
  private static String lacking(DatabaseException refused, MetaData before) {
    String said = FirstLine.of(refused);
    return before.uncovered().stream()
        .filter(each -> UNDEFINED.contains(String.valueOf(refused.sqlState())))
        .filter(
            each ->
                Pattern.compile("(?<!\\w)" + Pattern.quote(each.name().name()) + "(?!\\w)")
                    .matcher(said)
                    .find())
        .map(each -> each.kind() + " " + each.name())
        .findFirst()
        .orElse("");
  }

  /** As the runner does it: a step in a transaction, or each statement by itself. */
  private void run(RoundTrip.Leg leg, ScratchDatabase scratch) {
    try (Connection connection =
        leg.transactional()
            ? scratch.connect(defaultSchema)
            : scratch.connectAutocommit(defaultSchema)) {
      ScratchDialect.of(connection.dialect()).run(connection, leg.statements());
      if (leg.transactional()) {
        connection.commit();
      }
    }
  }

  private String difference(
      ScratchDatabase scratch, MetaData wanted, CompareOptions how, String direction) {
    MetaData reached;
    try (Connection connection = scratch.connect(defaultSchema)) {
      reached = normaliser.reflect(connection);
    }
    GivenByDefault givenByDefault = GivenByDefault.in(reached, defaultSchema);
    List<Operation> left =
        Comparison.compare(reached, wanted, how).operations().stream()
            .filter(each -> !givenByDefault.explains(each))
            .toList();
    return left.isEmpty()
        ? ""
        : "after the "
            + direction
            + " this is left: "
            + String.join("; ", left.stream().map(Operation::describe).toList());
  }
}
