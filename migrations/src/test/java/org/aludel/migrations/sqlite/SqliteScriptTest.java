package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts, run statement by statement as the program of SQLite does it. */
class SqliteScriptTest {
  private SqliteFile file;
  private Path folder = Path.of("");

  @BeforeEach
  void newFile(@TempDir Path made) {
    folder = made;
    file =
        new SqliteFile(made)
            .revision("aaaa", "CREATE TABLE a (id integer PRIMARY KEY) // DROP TABLE a")
            .revision(
                "bbbb",
                "PRAGMA foreign_keys = OFF ;; CREATE TABLE b (a int REFERENCES a (id)) // "
                    + "DROP TABLE b");
  }

  /** Each statement commits by itself unless the script begins a transaction. */
  private void run(String script) {
    try (Engine engine = file.engine();
        Connection connection = engine.connectAutocommit()) {
      for (String each : engine.dialect().statements(script)) {
        connection.execute(each).close();
      }
    }
  }

  private String upgrade(String range) {
    try (Engine engine = file.engine()) {
      return file.runner(engine).upgradeScript(range).sql();
    }
  }

  @Test
  void aScriptDoesWhatTheRunnerWouldDo() {
    run(upgrade("base:head"));

    assertThat(file.tables()).containsExactly("a", "b");
    assertThat(file.heads()).containsExactly("bbbb");
    try (Engine engine = file.engine()) {
      assertThat(file.runner(engine).upgrade("head").steps()).isEmpty();
      file.runner(engine).downgrade("base");
    }
    assertThat(file.tables()).isEmpty();
  }

  @Test
  void aScriptStopsWhereTheDatabaseIsElsewhere() {
    run(upgrade("base:aaaa"));

    assertThatThrownBy(() -> run(upgrade("base:aaaa")))
        .hasMessageContaining("ORM-MIG-NOT-AT-HEAD: this part begins at base");
    assertThat(file.heads()).containsExactly("aaaa");
  }

  @Test
  void foreignKeysAreLeftAndMindedOutsideTheTransaction() {
    List<String> lines = upgrade("aaaa:bbbb").lines().toList();

    assertThat(lines.indexOf("PRAGMA foreign_keys = OFF;"))
        .isLessThan(lines.lastIndexOf("BEGIN IMMEDIATE;"));
    assertThat(lines.get(lines.size() - 1)).isEqualTo("PRAGMA foreign_keys = ON;");
    assertThat(folder.resolve("shop.db-aludel-lock")).doesNotExist();
  }
}
