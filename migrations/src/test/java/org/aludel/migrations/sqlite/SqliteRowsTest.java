package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.loss.LossyPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are kept beside the tables of a file. */
class SqliteRowsTest {
  private static final String REVISION = "aaaa";

  private final SqliteRows rows = new SqliteRows();

  @Test
  void ofSeveralCopiesTheNewestIsGivenBack(@TempDir Path folder) {
    List<String> told = new ArrayList<>();
    try (Engine engine = new SqliteFile(folder).engine();
        Connection connection = engine.connect()) {
      connection.update("CREATE TABLE a (id integer PRIMARY KEY, note text)");
      connection.update("CREATE TABLE gap (id integer PRIMARY KEY)");
      connection.update("INSERT INTO a VALUES (1, 'old')");
      LossyPart part = rows.find(connection, "a.note", SqliteRuns.SCHEMA).orElseThrow();
      rows.keep(connection, REVISION, part);
      connection.update("DROP TABLE gap");
      connection.update("UPDATE a SET note = 'new'");
      rows.keep(connection, REVISION, part);
      connection.update("UPDATE a SET note = NULL");

      rows.restore(connection, REVISION, List.of(part), told::add);

      assertThat(connection.execute("SELECT note FROM a").scalar(String.class)).isEqualTo("new");
      assertThat(told).containsExactly("gave back 1 rows of a.note");
      assertThat(rows.keep(connection, REVISION, part)).isEqualTo("\"aludel_kept aaaa a.note 2\"");
    }
  }

  @Test
  void whyRowsCannotBeGivenBackIsTold(@TempDir Path folder) {
    List<String> told = new ArrayList<>();
    try (Engine engine = new SqliteFile(folder).engine();
        Connection connection = engine.connect()) {
      connection.update("CREATE TABLE a (id integer PRIMARY KEY)");
      connection.update("INSERT INTO a VALUES (1)");
      LossyPart part = rows.find(connection, "a.*", SqliteRuns.SCHEMA).orElseThrow();
      rows.keep(connection, REVISION, part);

      rows.restore(connection, REVISION, List.of(part), told::add);

      assertThat(told)
          .singleElement()
          .asString()
          .startsWith("could not give back a.*, it stays in \"aludel_kept aaaa a.* 1\": ")
          .contains("UNIQUE constraint failed: a.id");
    }
  }
}
