package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aludel.migrations.loss.LossPolicy;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision that must commit a label before it can be used, and fails over the rows then. */
@PostgresTest(perMethod = true)
class HalfRunTest {
  @TempDir Path directory;
  private Workshop workshop;

  HalfRunTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) throws IOException {
    workshop = new Workshop(database, directory).with("model", "sql:m.sql");
    write(
        "CREATE TYPE mood AS ENUM ('a');"
            + "CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'a', n text);");
    workshop.model().autogenerate("first");
    workshop.model().upgrade();
    database.run("INSERT INTO t VALUES (1, 'a', NULL)");
    write(
        "CREATE TYPE mood AS ENUM ('a', 'b');"
            + "CREATE TABLE tt (id int PRIMARY KEY, m mood DEFAULT 'b', n text NOT NULL);");
    workshop.with("rename", "t:tt").with("drops", "allow").model().autogenerate("second");
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void onlyTheLabelStandsAndTheMessageSaysSo(TestDatabase database) {
    assertThatThrownBy(() -> workshop.model().upgrade())
        .hasMessageContaining("ORM-MIG-STEP-FAILED")
        .hasMessageContaining("Done and committed: ")
        .hasMessageContaining("-1 (ALTER TYPE mood ADD VALUE 'b')")
        .hasMessageContaining("Rolled back: ")
        .hasMessageContaining("-2 (");

    assertThat(database.query("SELECT n FROM t")).hasSize(1);
    assertThat(database.query("SELECT 'b'::mood")).hasSize(1);
  }

  @Test
  void theNextRunGoesOnBehindTheLabel(TestDatabase database) {
    assertThatThrownBy(() -> workshop.model().upgrade()).hasMessageContaining("STEP-FAILED");
    database.run("UPDATE t SET n = 'x'");

    workshop.model().upgrade();

    assertThat(database.query("SELECT n FROM tt")).hasSize(1);
    assertThat(workshop.model().autogenerate("again").noChanges()).isTrue();
  }

  @Test
  void aDowngradeUndoesTheLabel(TestDatabase database) {
    assertThatThrownBy(() -> workshop.model().upgrade()).hasMessageContaining("STEP-FAILED");

    workshop.model().downgrade("base", LossPolicy.ACCEPT);

    assertThat(database.query("SELECT FROM pg_type WHERE typname = 'mood'")).isEmpty();
  }

  private void write(String model) throws IOException {
    Files.writeString(directory.resolve("m.sql"), model);
  }
}
