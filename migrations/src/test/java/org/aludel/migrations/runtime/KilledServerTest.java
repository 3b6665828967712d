package org.aludel.migrations.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.aludel.engine.ExecutionListener;
import org.aludel.testing.MortalServer;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A server that is killed while revisions run, with durable settings, as by a power failure. */
class KilledServerTest {
  private static final long SEED = 20261128;
  private static final int KILLS = Boolean.getBoolean("aludel.full") ? 50 : 3;
  private static final int DELAY_NANOS = 3_000_000;
  private static final ExecutionListener SILENT = new ExecutionListener() {};

  @Test
  void anUpgradeWhoseServerWasKilledIsFinishedByTheNext() throws Exception {
    try (MortalServer server = MortalServer.start()) {
      TestDatabase database = server.create("undisturbed");
      List<String> events = UpgradeProgram.events(database.jdbcUrl());
      Finished undisturbed = Finished.of(database);
      Random random = new Random(SEED);

      int refused = 0;
      for (int i = 0; i < KILLS; i++) {
        int event = 1 + random.nextInt(events.size() - 1);
        TestDatabase killed = server.create("killed");
        Optional<String> said = killServer(server, killed, event, random.nextInt(DELAY_NANOS));

        UpgradeProgram.upgrade(killed.jdbcUrl(), SILENT);

        String where = "seed %d, event %d: %s".formatted(SEED, event, events.get(event - 1));
        assertThat(Finished.of(killed)).as(where).isEqualTo(undisturbed);
        said.ifPresent(
            text -> assertThat(text).as(where).startsWith("ORM-").doesNotContain("\tat "));
        refused += said.isPresent() ? 1 : 0;
        killed.close();
      }
      assertThat(refused).isGreaterThan(KILLS / 2);
    }
  }

  /** Kills the server while the program goes on; what it says, unless it had just finished. */
  private static Optional<String> killServer(
      MortalServer server, TestDatabase database, int event, long delay) throws Exception {
    Process process = UpgradeProgram.start(database.jdbcUrl(), event, true);
    assertThat(process.getInputStream().read()).isEqualTo(UpgradeProgram.REACHED);
    process.getOutputStream().close();
    LockSupport.parkNanos(delay);
    server.kill();
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean finished = process.waitFor() == 0;
    server.revive();
    return finished ? Optional.empty() : Optional.of(errors);
  }
}
