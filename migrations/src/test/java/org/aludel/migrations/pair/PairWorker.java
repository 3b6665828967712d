package org.aludel.migrations.pair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Engine;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;

/** Runs pairs one after the other in two databases, and makes those that fail small. */
final class PairWorker implements AutoCloseable {
  /** A dump takes longer than all else of a pair. */
  private static final int JUDGE_EVERY =
      Integer.getInteger("aludel.pair.judge", Boolean.getBoolean("aludel.full") ? 5 : 10);

  /** Makes the SQL of a pair that fails small too, which takes its minutes. */
  private static final boolean SHRINK = Boolean.getBoolean("aludel.pair.shrink");

  private final int version;
  private final Dialect dialect;
  private final PairDatabase live;
  private final PairDatabase wanted;
  private final boolean judge;

  PairWorker(TestDatabase database) {
    this.version = database.majorVersion();
    try (Engine engine = Engine.create(database.dataSource())) {
      this.dialect = engine.dialect();
    }
    this.judge = SchemaDump.availableFor(database);
    this.live = new PairDatabase(database.another());
    this.wanted = new PairDatabase(database.another());
    live.run(
        "DO $$BEGIN CREATE ROLE "
            + DependentSql.ROLE
            + "; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END$$");
  }

  void tryOut(long seed, PairProgress progress) {
    try {
      progress.passed(seed, run(seed, Set.of()));
    } catch (RuntimeException failure) {
      if (failure instanceof PairFailure known && known.isServerGone()) {
        throw failure;
      }
      progress.failed(seed, smallest(seed, failure));
    }
  }

  private String run(long seed, Set<Integer> without) {
    return run(seed, SchemaPair.of(seed, version, without));
  }

  private String run(long seed, SchemaPair pair) {
    boolean judged = judge && seed % JUDGE_EVERY == 0;
    return new PairRun(live, wanted, dialect, judged).run(pair);
  }

  /** Leaves out mutations, then statements, one by one as long as the pair fails likewise. */
  private String smallest(long seed, RuntimeException failure) {
    Set<Integer> without = new HashSet<>();
    for (int at = 0; at < SchemaPair.mutationsOf(seed); at++) {
      without.add(at);
      if (!failsLikewise(seed, SchemaPair.of(seed, version, without), failure)) {
        without.remove(at);
      }
    }
    SchemaPair pair = SchemaPair.of(seed, version, without);
    return pair.mutations()
        + " "
        + failure
        + "\n  at "
        + failure.getStackTrace()[0]
        + (SHRINK ? smallest(seed, pair, failure).text() : "");
  }

  private SchemaPair smallest(long seed, SchemaPair whole, RuntimeException failure) {
    SchemaPair pair = whole;
    List<String> statements = new ArrayList<>(pair.before());
    statements.addAll(pair.after());
    for (int at = statements.size() - 1; at >= 0; at--) {
      SchemaPair smaller = pair.without(statements.get(at));
      if (failsLikewise(seed, smaller, failure)) {
        pair = smaller;
      }
    }
    return pair;
  }

  private boolean failsLikewise(long seed, SchemaPair pair, RuntimeException failure) {
    try {
      run(seed, pair);
      return false;
    } catch (RuntimeException still) {
      return likeness(still).equals(likeness(failure));
    }
  }

  /** The first words: names in them may change. */
  private static String likeness(RuntimeException failure) {
    String text = String.valueOf(failure.getMessage());
    int start = text.indexOf("ERROR:") >= 0 ? text.indexOf("ERROR:") : 0;
    return text.substring(start, Math.min(start + 24, text.length()));
  }

  @Override
  public void close() {
    live.close();
    wanted.close();
  }
}
