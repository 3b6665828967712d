package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aludel.error.RevisionException;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.extension.Extensions;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class AfterWriteTest {
  @TempDir Path directory;
  private Workshop workshop;

  AfterWriteTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    workshop = new Workshop(database, directory);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private void hook(String script) throws IOException {
    Files.writeString(
        directory.resolve("aludel.yaml"),
        "hooks: [{name: mine, command: [sh, -c, '" + script + "', sh, \"{file}\"]}]");
  }

  @Test
  void programsAndHooksRunOnEachNewFile() throws IOException {
    hook("echo $(basename \"$1\") >> told");
    List<String> told = new ArrayList<>();
    Extensions extensions =
        Extensions.none().afterWrite((file, revision) -> told.add(revision.message()));
    Migrations migrations = workshop.model(table("person")).extensions(extensions);

    migrations.autogenerate("first");
    migrations.revision(NewRevision.of("second"));
    migrations.revision(NewRevision.of("third").on("base"));
    migrations.merge(List.of(), NewRevision.of("both"));

    assertThat(told).containsExactly("first", "second", "third", "both");
    assertThat(Files.readAllLines(directory.resolve("told")))
        .hasSize(4)
        .allSatisfy(each -> assertThat(each).endsWith(".yaml"));
  }

  @Test
  void whatAProgramDoesToTheFileIsNoChangeOfTheRevision(TestDatabase database) throws IOException {
    hook("echo \"# reviewed by nobody yet\" >> \"$1\"");

    AutogenerateResult result = workshop.model(table("person")).autogenerate("first");
    workshop.model(table("person")).upgrade();

    assertThat(Files.readString(Objects.requireNonNull(result.written()).file()))
        .endsWith("# reviewed by nobody yet\n");
    assertThat(database.query("SELECT id FROM person")).isEmpty();
  }

  @Test
  void aProgramThatFailsLeavesTheFile() throws IOException {
    hook("echo not formatted; exit 2");

    assertThatThrownBy(() -> workshop.model(table("person")).autogenerate("first"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-HOOK-FAILED")
        .hasMessageContaining("not formatted");
    try (Stream<Path> files = Files.list(workshop.revisions())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void nothingRunsWhereNothingIsWritten() throws IOException {
    hook("echo x >> told");
    workshop.model(table("person")).autogenerate("first");
    workshop.model(table("person")).upgrade();

    workshop.model(table("person")).autogenerate("again");

    assertThat(Files.readAllLines(directory.resolve("told"))).hasSize(1);
  }
}
