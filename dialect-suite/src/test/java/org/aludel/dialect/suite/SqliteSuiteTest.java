package org.aludel.dialect.suite;

import java.nio.file.Path;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The suite over SQLite: in memory, and once in a file, which several connections share. */
final class SqliteSuiteTest {
  private static final String MEMORY = "sqlite::memory:";

  @Nested
  final class Queries extends QuerySuite {
    @Override
    protected Engine openEngine() {
      return Engine.create(MEMORY);
    }
  }

  @Nested
  final class Writes extends WriteSuite {
    @TempDir private Path folder;

    @Override
    protected Engine openEngine() {
      return Engine.create("sqlite:" + folder.resolve("suite.db"));
    }
  }

  @Nested
  final class Types extends TypeSuite {
    @Override
    protected Engine openEngine() {
      return Engine.create(MEMORY);
    }
  }

  @Nested
  final class Sessions extends SessionSuite {
    @TempDir private Path place;

    @Override
    protected Engine openEngine() {
      return Engine.create("sqlite:" + place.resolve("fleet.db"));
    }
  }

  @Nested
  final class Schemas extends SchemaSuite {
    @Override
    protected Engine openEngine() {
      return Engine.create(MEMORY);
    }

    @Override
    protected String defaultSchema() {
      return "main";
    }
  }
}
