package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.aludel.migrations.runtime.ProgressListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock of a run over a file of SQLite, as this process and others see it. */
class HeldFileTest {
  private String database = "";

  @BeforeEach
  void name(@TempDir Path folder) {
    database = folder.resolve("shop.db").toString();
  }

  private HeldFile acquired() {
    return HeldFile.acquire(database, Duration.ZERO, ProgressListener.SILENT);
  }

  @Test
  void aRunOfThisProcessThatIsRefusedTakesTheLockFromNobody() throws Exception {
    try (HeldFile held = acquired()) {
      assertThatThrownBy(this::acquired)
          .hasMessageContaining("process " + ProcessHandle.current().pid());

      assertThat(held.isHeld()).isTrue();
      assertThat(LockProgram.ask(database)).isEqualTo("LOCKED");
    }
  }

  @Test
  void theLockIsFreeForOtherProcessesAfterwards() throws Exception {
    acquired().close();

    assertThat(LockProgram.ask(database)).isEqualTo("got it");
  }

  @Test
  void aPlaceThatIsNoFolderHoldsUpNobodyLater() {
    String there = database;
    database = Path.of(there, "no", "folder.db").toString();

    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(this::acquired).hasMessageContaining("cannot lock the file");
    }
  }
}
