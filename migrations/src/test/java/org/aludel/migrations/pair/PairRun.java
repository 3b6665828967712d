package org.aludel.migrations.pair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.OperationOrder;
import org.aludel.schema.MetaData;
import org.aludel.testing.SchemaDump;

/** Takes a pair from the first schema to the second and back on a real server, and judges. */
final class PairRun {
  private static final SchemaDump DUMP =
      SchemaDump.standard().ignoringColumnOrder().withPrivileges();

  private static final Pattern STATISTICS =
      Pattern.compile("(CREATE STATISTICS .* ON )(.*)( FROM .*;)");

  /** Where a dump states the columns of a table. */
  private static final Pattern COLUMNS =
      Pattern.compile("CREATE (?:UNLOGGED )?TABLE |ALTER TABLE ONLY .* ALTER COLUMN ");

  /** A key that sets all its columns to null when it names them, and when it does not. */
  private static final Pattern OWN_COLUMNS =
      Pattern.compile("(FOREIGN KEY \\((.*?)\\) .* SET (?:NULL|DEFAULT)) \\(\\2\\)");

  private final PairDatabase live;
  private final PairDatabase wanted;
  private final Dialect dialect;
  private final boolean judged;

  PairRun(PairDatabase live, PairDatabase wanted, Dialect dialect, boolean judged) {
    this.live = live;
    this.wanted = wanted;
    this.dialect = dialect;
    this.judged = judged;
  }

  /**
   * Both ways, with rows in all tables that can keep them; in words how it went.
   *
   * @throws PairFailure saying what differs or is refused
   */
  String run(SchemaPair pair) {
    live.empty();
    wanted.empty();
    List<String> refused = live.runAccepted(pair.before());
    refused.addAll(wanted.runAccepted(pair.after()));
    Refusals.check(refused);
    there(pair);
    return pair.empty() == 0 ? "CONVERGED" : "CONVERGED_ROWS_LEFT_OUT " + pair.empty();
  }

  private void there(SchemaPair pair) {
    CompareOptions exact =
        CompareOptions.of(dialect.quoter(), "public").withDrops(CompareOptions.Drops.allowed());
    CompareOptions options = exact.withRenames(pair.hints());
    MetaData first = live.reflect(dialect);
    MetaData second = wanted.reflect(dialect);
    List<List<String>> data = data(pair, SchemaPair.Kept::before);
    String dump = judged ? DUMP.of(live.database()) : "";
    MigrationPlan plan = plan(first, second, options);
    equal("the plan of the same two schemas", all(plan), all(plan(first, second, options)));

    plan.steps().forEach(step -> live.transaction(step.transactional(), step.upgrade()));
    MetaData there = live.reflect(dialect);
    equal("the plan after the way there", List.of(), all(plan(there, second, options)));
    equalRows("the way there", data, data(pair, SchemaPair.Kept::after));
    if (judged) {
      equalDumps("the dump after the way there", DUMP.of(wanted.database()));
    }

    plan.backwards().forEach(step -> live.transaction(step.transactional(), step.downgrade()));
    MetaData back = live.reflect(dialect);
    equal("the plan after the way back", List.of(), all(plan(back, first, exact)));
    equal("the plan found again", all(plan), all(plan(back, second, options)));
    equalRows("the way back", data, data(pair, SchemaPair.Kept::before));
    if (judged) {
      equal(
          "the dump after the way back",
          beside(heirs(plan), statements(dump)),
          beside(heirs(plan), statements(DUMP.of(live.database()))));
    }
  }

  /** Who leaves a parent: once back, it has its columns of its own as well, which a dump tells. */
  private static Set<String> heirs(MigrationPlan plan) {
    Set<String> heirs = new HashSet<>();
    operations(plan, TableOperation.Disinherit.class)
        .forEach(each -> heirs.add(each.table().name()));
    operations(plan, TableOperation.Rename.class)
        .filter(each -> heirs.contains(each.to().name()))
        .forEach(each -> heirs.add(each.from().name()));
    return heirs;
  }

  private static <O> Stream<O> operations(MigrationPlan plan, Class<O> type) {
    return plan.operations().stream()
        .map(MigrationPlan.Planned::operation)
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** All but how those tables state their columns. */
  private static List<String> beside(Set<String> heirs, List<String> statements) {
    return statements.stream()
        .filter(
            each ->
                heirs.stream()
                    .noneMatch(heir -> COLUMNS.matcher(each).lookingAt() && each.contains(heir)))
        .toList();
  }

  private List<List<String>> data(SchemaPair pair, Function<SchemaPair.Kept, String> query) {
    return pair.kept().stream().map(query).map(live::column).toList();
  }

  private static void equalRows(String way, List<List<String>> expected, List<List<String>> found) {
    for (int at = 0; at < expected.size(); at++) {
      equal("rows after " + way + " of table " + at, expected.get(at), found.get(at));
    }
  }

  private void equalDumps(String what, String expected) {
    equal(what, statements(expected), statements(DUMP.of(live.database())));
  }

  /** A renamed table keeps the sequences of its identities, whose names are the server's. */
  private static List<String> statements(String dump) {
    return Stream.of(dump.replaceAll("\n    SEQUENCE NAME .*", "").split("\n\n"))
        .map(PairRun::inNoOrder)
        .map(each -> OWN_COLUMNS.matcher(each).replaceAll("$1"))
        .toList();
  }

  /** The columns of extended statistics are in the order in which the table has them. */
  private static String inNoOrder(String statement) {
    Matcher statistics = STATISTICS.matcher(statement);
    return statistics.matches()
        ? statistics.group(1)
            + Stream.of(statistics.group(2).split(", ")).sorted().toList()
            + statistics.group(3)
        : statement;
  }

  private static void equal(String what, List<String> expected, List<String> found) {
    if (!expected.equals(found)) {
      Set<String> same = new HashSet<>(expected);
      same.retainAll(found);
      List<String> missing = new ArrayList<>(expected);
      missing.removeAll(same);
      List<String> more = new ArrayList<>(found);
      more.removeAll(same);
      throw new PairFailure(
          what
              + "\n  missing: "
              + String.join("\n           ", missing)
              + "\n  more: "
              + String.join("\n        ", more));
    }
  }

  private MigrationPlan plan(MetaData before, MetaData after, CompareOptions options) {
    Differences found = Comparison.compare(before, after, options);
    if (!found.uncovered().isEmpty()) {
      throw new PairFailure("uncovered: " + found.uncovered());
    }
    return MigrationPlan.of(
        OperationOrder.sort(found.operations(), found.database(), found.model()),
        new DdlPlan(dialect.quoter(), "public"),
        dialect.ddlCompiler());
  }

  private static List<String> all(MigrationPlan plan) {
    List<String> all = new ArrayList<>(plan.upgrade());
    if (!plan.downgrade().isEmpty()) {
      all.add("-- and back");
      all.addAll(plan.downgrade());
    }
    return all;
  }
}
