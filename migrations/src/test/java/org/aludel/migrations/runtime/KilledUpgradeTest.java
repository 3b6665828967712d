package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Processes that are killed in the middle, and processes that come at once. */
@PostgresTest(judge = true)
class KilledUpgradeTest {
  private static final long SEED = 20261122;
  private static final int KILLS = 20;
  private static final int PROCESSES = 4;

  /** Everything that the revisions make, as the server itself describes it. */
  private static final String SCHEMA =
      """
      SELECT c.relname || ' ' || c.relkind::text || ' ' || coalesce(obj_description(c.oid, 'pg_class'), '')
        || ' ' || coalesce(pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid, '')
        || ' ' || coalesce((SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
             || ' ' || a.attnotnull, ', ' ORDER BY a.attnum)
           FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND c.relkind = 'r'), '')
      FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1""";

  @Test
  void aKilledUpgradeIsFinishedByTheNext(TestDatabase database) throws Exception {
    List<String> events = undisturbed(database);
    Set<Integer> points = points(events);

    for (int point : points) {
      TestDatabase killed = database.another();
      kill(killed, point);

      UpgradeProgram.upgrade(killed.jdbcUrl(), new Recorder(new ArrayList<>()));

      String where = "killed behind event " + point + ": " + events.get(point - 1);
      assertThat(heads(killed)).as(where).isEqualTo(heads(database));
      assertThat(ledger(killed)).as(where).isEqualTo(ledger(database));
      assertThat(column(killed, SCHEMA)).as(where).isEqualTo(column(database, SCHEMA));
      assertThat(killed.dumpSchema()).as(where).isEqualTo(database.dumpSchema());
      assertThat(rows(killed)).as(where).isEqualTo(rows(database));
      killed.close();
    }
    assertThat(points).hasSizeGreaterThan(KILLS);
  }

  @Test
  void betweenTheLastStatementAndTheCommitNothingIsKept(TestDatabase database) throws Exception {
    TestDatabase recorded = database.another();
    List<String> events = undisturbed(recorded);
    TestDatabase killed = database.another();

    kill(killed, beforeCommit(events));
    waitForTheServer(killed);

    assertThat(heads(killed)).isEmpty();
    assertThat(ledger(killed)).isEmpty();
    assertThat(Script.tables(killed)).isEmpty();
  }

  @Test
  void fourProcessesAtOnceRunEachRevisionOnce(TestDatabase database) throws Exception {
    TestDatabase shared = database.another();
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(start(shared, 0));
    }

    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }

    List<String> steps =
        UpgradeProgram.history().revisions().stream()
            .flatMap(revision -> revision.changeSets().stream())
            .map(step -> step.id())
            .toList();
    assertThat(ledger(shared)).isEqualTo(steps);
    assertThat(
            column(
                shared, "SELECT revision FROM aludel_revision_log WHERE action = 'UP' ORDER BY id"))
        .hasSize(10)
        .doesNotHaveDuplicates();
    assertThat(heads(shared)).containsExactly("rev9");
  }

  /** What an upgrade does, in order: statements and ends of transactions. */
  private static List<String> undisturbed(TestDatabase database) {
    List<String> events = new ArrayList<>();
    UpgradeProgram.upgrade(database.jdbcUrl(), new Recorder(events));
    return events;
  }

  /** Twenty places anywhere, and the one behind the last statement of a revision. */
  private static Set<Integer> points(List<String> events) {
    Random random = new Random(SEED);
    Set<Integer> points = new TreeSet<>();
    while (points.size() < KILLS) {
      points.add(1 + random.nextInt(events.size()));
    }
    points.add(beforeCommit(events));
    points.add(behind(events, "CREATE INDEX CONCURRENTLY ix7"));
    return points;
  }

  /** The number of the last event before the commit of the first revision. */
  private static int beforeCommit(List<String> events) {
    int first = behind(events, "CREATE TABLE t0");
    return first + events.subList(first, events.size()).indexOf("COMMIT");
  }

  private static int behind(List<String> events, String text) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).startsWith(text)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(text);
  }

  private static void kill(TestDatabase database, int point) throws Exception {
    Process process = start(database, point);
    assertThat(process.getInputStream().read()).isEqualTo(UpgradeProgram.STANDING);
    process.destroyForcibly().waitFor();
  }

  private static Process start(TestDatabase database, int point) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                UpgradeProgram.class.getName(),
                database.jdbcUrl(),
                String.valueOf(point)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The server notices a killed client at once, but not before its statement has ended. */
  private static void waitForTheServer(TestDatabase database) throws InterruptedException {
    String others =
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <>"
            + " pg_backend_pid()";
    for (int i = 0; i < 100 && !database.query(others).isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(database.query(others)).isEmpty();
  }

  private static List<String> rows(TestDatabase database) {
    return column(database, "SELECT string_agg(id::text || x, ',' ORDER BY id) FROM t7");
  }

  private record Recorder(List<String> events) implements ExecutionListener {
    @Override
    public void executed(Execution execution) {
      events.add(execution.sql());
    }

    @Override
    public void transaction(String verb) {
      events.add(verb);
    }
  }
}
