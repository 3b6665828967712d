package org.aludel.engine.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.database.ReadOnlyTransaction;
import org.aludel.testing.ReplicatedServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** On a real replica that streams from a real primary. The last test stops the replica. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ReplicasTest {
  private static final String WHERE = "SELECT pg_is_in_recovery()";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final ReplicatedServers SERVERS = ReplicatedServers.start();

  private final Engine primary = Engine.create(SERVERS.primaryUrl());
  private final Engine replica = Engine.create(SERVERS.replicaUrl());

  @AfterAll
  static void stop() {
    SERVERS.close();
  }

  @AfterEach
  void close() {
    replica.close();
    primary.close();
  }

  private static boolean onReplica(Connection connection) {
    return Boolean.TRUE.equals(connection.execute(WHERE).scalar(Boolean.class));
  }

  private static void await(Engine engine, String query) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!Boolean.TRUE.equals(engine.execute(query).get(0).get(0))) {
      assertThat(System.nanoTime()).as(query).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  @Test
  @Order(1)
  void readsComeFromTheReplicaAndWritesGoToThePrimary() {
    Engine engine = primary.withReadRoute(Replicas.of(replica).mostLag(Duration.ofSeconds(20)));
    Engine reading = engine.withOptions(options -> options.readOnly(true));

    engine.update("CREATE TABLE item AS SELECT 1 AS id");
    await(replica, "SELECT to_regclass('item') IS NOT NULL");

    try (Connection write = engine.connect();
        Connection read = reading.connect();
        Connection readToo = engine.connectReadOnly()) {
      assertThat(onReplica(write)).isFalse();
      assertThat(onReplica(read)).isTrue();
      assertThat(onReplica(readToo)).isTrue();
      assertThat(read.execute("SELECT id FROM item").scalar(Integer.class)).isEqualTo(1);
      assertThatThrownBy(() -> read.update("DELETE FROM item"))
          .isInstanceOf(ReadOnlyTransaction.class)
          .hasMessageContaining("ORM-ENGINE-READ-ONLY");
    }
  }

  @Test
  @Order(2)
  void aReplicaThatIsTooFarBehindIsPassedOver() {
    Duration none = Duration.ofMillis(1);
    Replicas near = Replicas.of(replica).mostLag(none).checkEvery(Duration.ZERO);
    Engine engine = primary.withReadRoute(near);
    replica
        .withOptions(options -> options.autocommit(true))
        .execute("SELECT pg_wal_replay_pause()");
    await(replica, "SELECT pg_get_wal_replay_pause_state() = 'paused'");
    engine.update("CREATE TABLE later AS SELECT 1 AS id");
    await(replica, "SELECT pg_last_wal_receive_lsn() <> pg_last_wal_replay_lsn()");

    try (Connection read = engine.connectReadOnly()) {
      assertThat(onReplica(read)).isFalse();
      assertThat(read.execute("SHOW transaction_read_only").scalar(String.class)).isEqualTo("on");
      assertThat(read.execute("SELECT id FROM later").all()).hasSize(1);
    }
    assertThatThrownBy(() -> primary.withReadRoute(near.withoutPrimary()).connectReadOnly())
        .hasMessageContaining("ORM-ENGINE-NO-REPLICA")
        .hasMessageContaining("s behind");

    replica
        .withOptions(options -> options.autocommit(true))
        .execute("SELECT pg_wal_replay_resume()");
    await(replica, "SELECT pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()");
    try (Connection read = engine.connectReadOnly()) {
      assertThat(onReplica(read)).isTrue();
    }
  }

  @Test
  @Order(3)
  void aReplicaThatIsDownIsPassedOver() {
    Engine engine = primary.withReadRoute(Replicas.of(replica).checkEvery(Duration.ofMinutes(1)));
    SERVERS.stopReplica();

    try (Connection read = engine.connectReadOnly()) {
      assertThat(onReplica(read)).isFalse();
    }
    assertThatThrownBy(
            () -> primary.withReadRoute(Replicas.of(replica).withoutPrimary()).connectReadOnly())
        .hasMessageContaining("ORM-ENGINE-NO-REPLICA")
        .hasMessageContaining("does not answer");
  }
}
