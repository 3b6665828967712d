package org.aludel.migrations.pair;

import java.util.HashSet;
import java.util.Set;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Engine;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;

/** Runs pairs one after the other in two databases, and makes those that fail small. */
final class PairWorker implements AutoCloseable {
  private static final int JUDGE_EVERY = Integer.getInteger("aludel.pair.judge", 5);

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
      progress.failed(seed, smallest(seed, failure));
    }
  }

  private PairRun.Outcome run(long seed, Set<Integer> without) {
    boolean judged = judge && seed % JUDGE_EVERY == 0;
    return new PairRun(live, wanted, dialect, judged)
        .run(SchemaPair.of(seed, version, without));
  }

  /** Leaves out mutations one by one as long as the pair fails. */
  private String smallest(long seed, RuntimeException failure) {
    Set<Integer> without = new HashSet<>();
    RuntimeException last = failure;
    for (int at = 0; at < SchemaPair.mutationsOf(seed); at++) {
      without.add(at);
      try {
        run(seed, without);
        without.remove(at);
      } catch (RuntimeException still) {
        last = still;
      }
    }
    SchemaPair pair = SchemaPair.of(seed, version, without);
    return "seed " + seed + " " + pair.mutations() + ": " + last + "\n  at " + last.getStackTrace()[0];
  }

  @Override
  public void close() {
    live.close();
    wanted.close();
  }
}
