package org.aludel.migrations.command;

import java.nio.file.Path;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.migrations.runtime.RunDialect;
import org.aludel.migrations.seed.Seed;
import org.aludel.migrations.seed.SeedResult;
import org.jspecify.annotations.Nullable;

/** Puts rows for development and tests into a database that may be thrown away. */
final class Seeding {
  /** Each row finds those that it refers to by counting, so more would take hours. */
  private static final int MOST_ROWS = 10_000;

  private final Workbench bench;

  Seeding(Workbench bench) {
    this.bench = bench;
  }

  SeedResult run(Path folder, int rows, @Nullable String force) {
    if (rows < 0 || rows > MOST_ROWS) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot make " + rows + " rows a table")
              .expected("0 to " + MOST_ROWS));
    }
    RunDialect.of(bench.engine().dialect()).require(RunDialect.Feature.SEEDS);
    bench.allowed().discard("put rows into \"" + bench.engine() + "\"", force);
    return new Seed(bench.engine(), bench.options().defaultSchema())
        .run(folder, bench.settings().profile(), rows, ComparisonRules.filled(bench));
  }
}
