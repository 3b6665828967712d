package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table and its columns get new names at once. */
@PostgresTest(perMethod = true)
class RenamedTogetherTest {
  @TempDir Path directory;
  private Workshop workshop;

  RenamedTogetherTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    workshop = new Workshop(database, directory);
    workshop.model(Workshop.table("person", "name")).autogenerate("person");
    workshop.model(Workshop.table("person", "name")).upgrade();
    database.run("INSERT INTO person VALUES (1, 'ada')");
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person:customer,customer.name:full_name",
        "person:customer,person.name:full_name",
        "public.person.name:full_name,person:customer"
      })
  void aColumnIsNamedByTheOldOrTheNewNameOfItsTable(String renames, TestDatabase database) {
    Migrations after = workshop.with("rename", renames).model(customer());

    AutogenerateResult result = after.autogenerate("customer");
    after.upgrade();

    assertThat(result.detected())
        .extracting(Detected::description)
        .startsWith(
            "rename table  person -> customer", "rename column  customer.name -> full_name");
    assertThat(database.query("SELECT full_name FROM customer")).containsExactly(List.of("ada"));
    assertThat(after.autogenerate("again").noChanges()).isTrue();
  }

  private static Table customer() {
    return Workshop.table("customer", "full_name");
  }
}
