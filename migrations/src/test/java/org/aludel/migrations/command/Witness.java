package org.aludel.migrations.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * All that a refused command must leave as it was: the schema, every row of every table, ours
 * included, the databases of the server, and the files of the project.
 *
 * @param schema what pg_dump says where one is installed, and the columns of all tables
 */
record Witness(
    String schema,
    Map<String, List<List<@Nullable String>>> rows,
    List<List<@Nullable String>> databases,
    Map<String, String> files) {
  static Witness of(TestDatabase database, Path directory) {
    Map<String, List<List<@Nullable String>>> rows = new TreeMap<>();
    for (List<@Nullable String> table :
        database.query(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
      String name = String.valueOf(table.get(0));
      rows.put(name, database.query("SELECT t::text FROM " + name + " t ORDER BY 1"));
    }
    List<String> schema = new ArrayList<>();
    database.dumpSchema().ifPresent(schema::add);
    database
        .query(
            "SELECT attrelid::regclass::text, attname, format_type(atttypid, atttypmod), attnotnull"
                + " FROM pg_attribute WHERE attrelid >= 16384 AND attnum > 0 ORDER BY 1, attnum")
        .forEach(column -> schema.add(column.toString()));
    return new Witness(
        String.join("\n", schema),
        rows,
        database.query("SELECT datname FROM pg_database ORDER BY 1"),
        files(directory));
  }

  private static Map<String, String> files(Path directory) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return files;
  }
}
