package org.aludel.dialect.suite;

import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Nested;

/** The suite over PostgreSQL. */
@PostgresTest
final class PostgresSuiteTest {
  private final TestDatabase database;

  PostgresSuiteTest(TestDatabase database) {
    this.database = database;
  }

  private Engine open() {
    return Engine.create(database.dataSource());
  }

  @Nested
  final class Queries extends QuerySuite {
    @Override
    protected Engine openEngine() {
      return open();
    }
  }

  @Nested
  final class Writes extends WriteSuite {
    @Override
    protected Engine openEngine() {
      return open();
    }
  }

  @Nested
  final class Types extends TypeSuite {
    @Override
    protected Engine openEngine() {
      return open();
    }
  }

  @Nested
  final class Sessions extends SessionSuite {
    @Override
    protected Engine openEngine() {
      return open();
    }
  }

  @Nested
  final class Schemas extends SchemaSuite {
    @Override
    protected Engine openEngine() {
      return open();
    }

    @Override
    protected String defaultSchema() {
      return "public";
    }
  }
}
