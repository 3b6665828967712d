package org.aludel.migrations.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A schema of a few tables with each kind of object that SQLite has, by chance. */
final class RandomSchema {
  private static final List<String> TYPES =
      List.of(
          "integer", "bigint", "text", "varchar(20)", "numeric(8,2)", "boolean", "real", "blob");
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  private final Random random;

  RandomSchema(Random random) {
    this.random = random;
  }

  List<String> statements() {
    List<String> statements = new ArrayList<>();
    int tables = 1 + random.nextInt(3);
    for (int number = 0; number < tables; number++) {
      String table = "t" + random.nextInt(4);
      if (statements.stream().noneMatch(each -> each.startsWith("CREATE TABLE " + table))) {
        table(statements, table);
      }
    }
    return statements;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void table(List<String> statements, String table) {
    List<String> parts = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    boolean counted = chance(70);
    parts.add("id " + (counted ? "integer NOT NULL" : "text NOT NULL"));
    for (String name : NAMES) {
      if (chance(60)) {
        columns.add(name);
        parts.add(column(name));
      }
    }
    if (!columns.isEmpty() && chance(25)) {
      String kind = chance(50) ? "STORED" : "VIRTUAL";
      parts.add("g text GENERATED ALWAYS AS (coalesce(" + columns.get(0) + ", 'none')) " + kind);
    }
    parts.add("CONSTRAINT pk_" + table + " PRIMARY KEY (id)");
    for (String column : columns) {
      constraint(parts, table, column);
    }
    statements.add("CREATE TABLE " + table + " (" + String.join(", ", parts) + ")");
    for (String column : columns) {
      index(statements, table, column);
    }
    objects(statements, table, columns);
  }

  private String column(String name) {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    String value = type.startsWith("t") || type.startsWith("v") ? "'x'" : "0";
    String text = name + " " + type + (chance(30) ? " NOT NULL DEFAULT " + value : "");
    return text.contains("DEFAULT") || !chance(30)
        ? text
        : text + " DEFAULT " + (chance(30) ? "(abs(1))" : value);
  }

  private void constraint(List<String> parts, String table, String column) {
    if (chance(12)) {
      parts.add("CONSTRAINT ck_" + table + column + " CHECK (" + column + " IS NOT 77)");
    }
    if (chance(10)) {
      parts.add("CONSTRAINT uq_" + table + column + " UNIQUE (id, " + column + ")");
    }
    if (chance(10)) {
      parts.add(
          "CONSTRAINT fk_"
              + table
              + column
              + " FOREIGN KEY ("
              + column
              + ") REFERENCES "
              + table
              + " (id)"
              + (chance(50) ? " ON DELETE CASCADE" : ""));
    }
  }

  private void index(List<String> statements, String table, String column) {
    if (chance(20)) {
      statements.add(
          (chance(15) ? "CREATE UNIQUE INDEX ix_" : "CREATE INDEX ix_")
              + table
              + column
              + " ON "
              + table
              + " ("
              + column
              + (chance(30) ? " DESC" : "")
              + ")"
              + (chance(30) ? " WHERE " + column + " IS NOT NULL" : ""));
    }
    if (chance(10)) {
      statements.add(
          "CREATE INDEX iy_" + table + column + " ON " + table + " (lower(" + column + "), id)");
    }
  }

  private void objects(List<String> statements, String table, List<String> columns) {
    if (chance(30)) {
      String list = columns.isEmpty() ? "id" : "id, " + columns.get(0);
      statements.add("CREATE VIEW v_" + table + " AS SELECT " + list + " FROM " + table);
    }
    if (!columns.isEmpty() && chance(30)) {
      statements.add(
          "CREATE TRIGGER tr_"
              + table
              + " AFTER DELETE ON "
              + table
              + " BEGIN UPDATE "
              + table
              + " SET "
              + columns.get(0)
              + " = 0 WHERE id = old.id + 1; END");
    }
  }
}
