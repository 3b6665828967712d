package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.error.RevisionException;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody made by hand is not there where the revisions run from nothing. */
@PostgresTest(perMethod = true)
class UnmanagedInTheWayTest {
  private static final Table ITEM = Workshop.table("item", "name");

  @TempDir Path directory;
  private Workshop workshop;

  UnmanagedInTheWayTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    workshop = new Workshop(database, directory);
    workshop.model(ITEM).autogenerate("item");
    workshop.model(ITEM).upgrade();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void refusesToDropWhatNoRevisionMade(TestDatabase database) throws IOException {
    database.run("CREATE VIEW report AS SELECT name FROM item");
    database.run("CREATE STATISTICS spread ON id, name FROM item");

    assertThatThrownBy(() -> workshop.model(shorter()).autogenerate("shorter"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-UNMANAGED-IN-THE-WAY")
        .hasMessageContaining("view report")
        .hasMessageContaining("statistics object spread")
        .hasMessageContaining("mvn orm:revision");
    try (Stream<Path> files = Files.list(workshop.revisions())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void carriesOverWhatARevisionMade() throws IOException {
    revision("report", "CREATE OR REPLACE VIEW report AS SELECT name FROM item");
    workshop.model(ITEM).upgrade();

    AutogenerateResult result = workshop.model(shorter()).autogenerate("shorter");
    workshop.model(shorter()).upgrade();

    assertThat(result.detected())
        .extracting(Detected::description)
        .contains("drop view  report", "create view  report");
    assertThat(workshop.model(shorter()).autogenerate("again").noChanges()).isTrue();
  }

  @Test
  void letsWhatIsNotInTheWayBe(TestDatabase database) {
    database.run("CREATE VIEW report AS SELECT id FROM item");

    AutogenerateResult result = workshop.model(shorter()).autogenerate("shorter");
    workshop.model(shorter()).upgrade();

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("change type  item.name text -> varchar(50)");
    assertThat(workshop.model(shorter()).autogenerate("again").noChanges()).isTrue();
  }

  private void revision(String title, String sql) throws IOException {
    Path file = workshop.model(ITEM).revision(NewRevision.of(title)).file();
    String text = Files.readString(file);
    Files.writeString(file, text.replace("- empty: {}", "- sql: {sql: " + sql + "}"));
  }

  private static Table shorter() {
    List<Column> columns =
        ITEM.columns().stream()
            .map(each -> each.name().equals("name") ? each.withType(SqlTypes.varchar(50)) : each)
            .toList();
    return ITEM.withColumns(columns);
  }
}
