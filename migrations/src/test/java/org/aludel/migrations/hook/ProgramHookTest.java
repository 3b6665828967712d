package org.aludel.migrations.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.HookSetting;
import org.aludel.migrations.revision.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramHookTest {
  private static final Revision REVISION =
      Revision.of("ae1027a6acf0", List.of(), "first", Instant.EPOCH);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(directory.resolve("a revision.yaml"), "one\n");
  }

  private void run(Duration timeout, String... command) {
    new ProgramHook(new HookSetting("mine", List.of(command), directory, timeout))
        .written(file, REVISION);
  }

  private void run(String... command) {
    run(Duration.ofSeconds(20), command);
  }

  @Test
  void theProgramGetsThePathAsOneArgument() throws IOException {
    run("sh", "-c", "printf '%s ' two \"$2\" >> \"$1\"", "sh", "{file}", "{revision}");

    assertThat(Files.readString(file)).isEqualTo("one\ntwo ae1027a6acf0 ");
  }

  @Test
  void theProgramRunsWhereTheSettingSays() throws IOException {
    run("sh", "-c", "pwd > where");

    assertThat(Files.readString(directory.resolve("where")).strip())
        .isEqualTo(directory.toRealPath().toString());
  }

  @Test
  void aProgramThatFailsIsToldWithWhatItPrinted() {
    assertThatThrownBy(() -> run("sh", "-c", "echo out; echo wrong >&2; exit 3"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-HOOK-FAILED")
        .hasMessageContaining("\"mine\"")
        .hasMessageContaining("status 3")
        .hasMessageContaining("out\n")
        .hasMessageContaining("wrong");
    assertThat(file).exists();
  }

  @Test
  void aProgramThatIsNotThereIsTold() {
    assertThatThrownBy(() -> run("no-such-program-anywhere"))
        .hasMessageContaining("ORM-MIG-HOOK-FAILED")
        .hasMessageContaining("no-such-program-anywhere");
  }

  @Test
  void aProgramThatTakesTooLongIsEnded() {
    assertThatThrownBy(() -> run(Duration.ofMillis(200), "sh", "-c", "echo begun; sleep 600"))
        .hasMessageContaining("ORM-MIG-HOOK-FAILED")
        .hasMessageContaining("it was ended after");
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
        .noneMatch(each -> each.info().commandLine().orElse("").contains("sleep 600"));
  }

  @Test
  void aProgramThatAsksGetsNoAnswer() throws IOException {
    run("sh", "-c", "read answer || echo none > answer");

    assertThat(Files.readString(directory.resolve("answer"))).isEqualTo("none\n");
  }
}
