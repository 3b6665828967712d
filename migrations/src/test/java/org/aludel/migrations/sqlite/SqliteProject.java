package org.aludel.migrations.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.command.AutogenerateResult;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.sql.Row;

/** A project whose application keeps its rows in a file of SQLite, and whose model is SQL. */
final class SqliteProject implements AutoCloseable {
  private final Path folder;
  private final Engine engine;
  private final Map<String, String> properties = new LinkedHashMap<>();

  SqliteProject(Path folder) {
    this.folder = folder;
    this.engine = Engine.create("jdbc:sqlite:" + folder.resolve("shop.db"));
    with("model", "sql:" + folder.resolve("schema.sql"));
    with("drops", "allow");
  }

  SqliteProject with(String name, String value) {
    properties.put("orm." + name, value);
    return this;
  }

  Engine engine() {
    return engine;
  }

  /** The commands with a model of these statements. */
  Migrations model(String... statements) {
    try {
      Files.writeString(folder.resolve("schema.sql"), String.join(";\n", statements));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Migrations.of(engine, SettingsLoader.load(folder, Map.of(), properties));
  }

  /** Finds what differs, writes it and runs it. */
  AutogenerateResult migrate(String... statements) {
    AutogenerateResult result = model(statements).autogenerate("next");
    model(statements).upgrade();
    return result;
  }

  void run(String... statements) {
    try (Connection connection = engine.connect()) {
      for (String each : statements) {
        connection.execute(each).close();
      }
      connection.commit();
    }
  }

  /** The rows of a query, each as its values with commas between. */
  List<String> rows(String sql) {
    try (Connection connection = engine.connect()) {
      List<String> rows = new ArrayList<>();
      for (Row row : connection.execute(sql)) {
        List<String> values = new ArrayList<>();
        for (int at = 0; at < row.size(); at++) {
          values.add(String.valueOf(row.get(at)));
        }
        rows.add(String.join(",", values));
      }
      return rows;
    }
  }

  /** What SQLite keeps of tables, indexes, views and triggers that are none of the bookkeeping. */
  List<String> schema() {
    return rows(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'aludel%' AND"
            + " tbl_name NOT LIKE 'databasechangelog%' AND name NOT LIKE 'sqlite%' ORDER BY name");
  }

  /** The text of the newest revision. */
  String newest() {
    try (Stream<Path> files = Files.list(folder.resolve("src/main/resources/db/migrations"))) {
      Path last =
          files.max((one, other) -> Long.compare(modified(one), modified(other))).orElseThrow();
      return Files.readString(last);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static long modified(Path file) {
    return file.toFile().lastModified();
  }

  @Override
  public void close() {
    engine.close();
  }
}
