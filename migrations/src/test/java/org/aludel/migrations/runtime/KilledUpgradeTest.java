package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.Script.column;
import static org.aludel.migrations.runtime.Script.heads;
import static org.aludel.migrations.runtime.Script.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.aludel.engine.ExecutionListener;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Processes that are killed in the middle, and processes that come at once. */
@PostgresTest(judge = true)
class KilledUpgradeTest {
  private static final long SEED = 20261128;
  private static final int KILLS = Boolean.getBoolean("aludel.full") ? 200 : 18;
  private static final int PROCESSES = 16;

  /** About what a statement of the history takes, so that half of the kills hit one. */
  private static final int DELAY_NANOS = 3_000_000;

  private static final ExecutionListener SILENT = new ExecutionListener() {};

  /**
   * Where a process is killed.
   *
   * @param event behind which; from 1
   * @param delay nanoseconds after it, while the process goes on; negative for one that stands
   */
  private record Kill(int event, long delay) {}

  @Test
  void aKilledUpgradeIsFinishedByTheNext(TestDatabase database, TestReporter report)
      throws Exception {
    List<String> events = UpgradeProgram.events(database.jdbcUrl());
    Finished undisturbed = Finished.of(database);
    List<Kill> kills = kills(events);

    int halfway = 0;
    for (Kill kill : kills) {
      try (TestDatabase killed = database.another()) {
        kill(killed, kill);
        halfway += ledgerOrNothing(killed).equals(undisturbed.ledger()) ? 0 : 1;

        UpgradeProgram.upgrade(killed.jdbcUrl(), SILENT);

        assertThat(Finished.of(killed))
            .as("seed %d, %s: %s", SEED, kill, events.get(kill.event() - 1))
            .isEqualTo(undisturbed);
      }
    }
    report.publishEntry("kills", kills.size() + ", of them before the end " + halfway);
    assertThat(halfway).isGreaterThan(KILLS / 2);
  }

  @Test
  void betweenTheLastStatementAndTheCommitNothingIsKept(TestDatabase database) throws Exception {
    try (TestDatabase recorded = database.another();
        TestDatabase killed = database.another()) {
      List<String> events = UpgradeProgram.events(recorded.jdbcUrl());

      kill(killed, new Kill(beforeCommit(events), -1));
      waitForTheServer(killed);

      assertThat(heads(killed)).isEmpty();
      assertThat(ledger(killed)).isEmpty();
      assertThat(Script.tables(killed)).isEmpty();
    }
  }

  @Test
  void sixteenProcessesAtOnceRunEachRevisionOnce(TestDatabase database) throws Exception {
    try (TestDatabase shared = database.another();
        TestDatabase alone = database.another()) {
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(UpgradeProgram.start(shared.jdbcUrl(), 0, false));
      }

      for (Process process : processes) {
        assertThat(process.waitFor()).as(() -> errors(process)).isZero();
      }

      UpgradeProgram.upgrade(alone.jdbcUrl(), SILENT);
      assertThat(Finished.of(shared)).isEqualTo(Finished.of(alone));
      assertThat(Finished.of(shared).log()).hasSize(LongHistory.script().revisions().size());
    }
  }

  /** Seeded places anywhere, half of them within a statement, and two that matter most. */
  private static List<Kill> kills(List<String> events) {
    Random random = new Random(SEED);
    List<Kill> kills = new ArrayList<>();
    while (kills.size() < KILLS) {
      int event = 1 + random.nextInt(events.size());
      kills.add(new Kill(event, kills.size() % 2 == 0 ? -1 : random.nextInt(DELAY_NANOS)));
    }
    kills.add(new Kill(beforeCommit(events), -1));
    kills.add(new Kill(behind(events, "CREATE INDEX CONCURRENTLY ix1"), -1));
    return kills;
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

  private static void kill(TestDatabase database, Kill kill) throws Exception {
    Process process = UpgradeProgram.start(database.jdbcUrl(), kill.event(), kill.delay() < 0);
    assertThat(process.getInputStream().read())
        .as(() -> errors(process))
        .isEqualTo(UpgradeProgram.REACHED);
    if (kill.delay() > 0) {
      LockSupport.parkNanos(kill.delay());
    }
    process.destroyForcibly().waitFor();
  }

  private static String errors(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /**
   * The server notices a killed client at once, but not before its statement has ended. Its own
   * workers come and go, and the connection that asked last may not be gone yet.
   */
  private static void waitForTheServer(TestDatabase database) throws InterruptedException {
    String others =
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
    List<?> left = database.query(others);
    for (int i = 0; i < 100 && !left.isEmpty(); i++) {
      Thread.sleep(50);
      left = database.query(others);
    }
    assertThat(left).isEmpty();
  }

  /** What is recorded; nothing where the first transaction was lost with its tables. */
  private static List<String> ledgerOrNothing(TestDatabase database) {
    boolean there =
        !column(database, "SELECT 1 WHERE to_regclass('databasechangelog') IS NOT NULL").isEmpty();
    return there ? ledger(database) : List.of();
  }
}
