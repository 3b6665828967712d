package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true, judge = true)
class BaselineTest {
  private static final String SHOP =
      """
      CREATE TYPE mood AS ENUM ('calm', 'busy');
      CREATE TABLE person (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name varchar(30) NOT NULL UNIQUE, mood mood DEFAULT 'calm');
      CREATE TABLE letter (
        id serial PRIMARY KEY, person bigint REFERENCES person ON DELETE CASCADE,
        text text CHECK (length(text) < 1000));
      CREATE INDEX ix_letter ON letter (lower(text)) WHERE text IS NOT NULL;
      CREATE TABLE databasechangelog (id varchar(255), author varchar(255), filename varchar(255),
        dateexecuted timestamp, orderexecuted integer, exectype varchar(10), md5sum varchar(35),
        description varchar(255), comments varchar(255), tag varchar(255), liquibase varchar(20),
        contexts varchar(255), labels varchar(255), deployment_id varchar(10));
      CREATE SCHEMA other; CREATE TABLE other.theirs (id int);
      INSERT INTO person (name) VALUES ('ada')
      """;

  @TempDir Path directory;

  @Test
  void whatItWritesGivesTheDatabaseFromNothing(TestDatabase database) {
    database.run(SHOP);
    try (Workshop workshop = new Workshop(database, directory);
        TestDatabase empty = database.another();
        Workshop second = new Workshop(empty, directory)) {
      AutogenerateResult.Written written =
          Objects.requireNonNull(workshop.model().baseline(NewRevision.of("baseline")).written());

      second.model().upgrade();

      assertThat(written.proof().proven()).isTrue();
      assertThat(workshop.model().current().atHead()).isTrue();
      if (SchemaDump.availableFor(database)) {
        database.run("DROP SCHEMA other CASCADE");
        assertThat(SchemaDump.standard().of(empty)).isEqualTo(SchemaDump.standard().of(database));
      }
      assertThat(second.model().diff("database", "revisions", directory).differences()).isEmpty();
      assertThat(database.query("SELECT name FROM person").get(0)).containsExactly("ada");
    }
  }

  @Test
  void aHistoryThatHasBegunIsLeftAlone(TestDatabase database) {
    database.run("CREATE TABLE person (id int)");
    try (Workshop workshop = new Workshop(database, directory)) {
      workshop.model().revision(NewRevision.of("first"));

      assertThatThrownBy(() -> workshop.model().baseline(NewRevision.of("baseline")))
          .hasMessageContaining("ORM-MIG-NOT-EMPTY");
    }
  }

  @Test
  void anEmptyDatabaseNeedsNone(TestDatabase database) {
    try (Workshop workshop = new Workshop(database, directory)) {
      assertThat(workshop.model().baseline(NewRevision.of("baseline")).written()).isNull();
    }
  }
}
