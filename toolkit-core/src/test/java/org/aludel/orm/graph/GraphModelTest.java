package org.aludel.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Random graphs under random operations: session, database and a naive reference must agree after
 * every flush and rollback. A failure prints its seed and all that was done.
 */
@PostgresTest
final class GraphModelTest {
  private static final int STEPS = 60;
  private static final long FIRST = Long.getLong("aludel.seed", 0);

  private static int runs() {
    return Integer.getInteger("aludel.runs", Boolean.getBoolean("aludel.full") ? 10_000 : 500);
  }

  @Test
  void sessionAndDatabaseAgreeWithANaiveReference(TestDatabase database) {
    LinkDatabase links = LinkDatabase.pooled(database, Registry.of(GraphBase.class));
    long operations = 0;
    for (long seed = FIRST; seed < FIRST + runs(); seed++) {
      links.clear();
      GraphRun run = new GraphRun(links, seed);
      try {
        run.walk(STEPS);
        operations += run.log().lines().count();
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed " + seed + " after\n" + run.log(), failure);
      }
    }
    links.engine.close();
    assertThat(operations).isGreaterThan(20L * runs());
  }
}
