package org.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings of tables that people write, judged by what SQLite itself says of them. */
final class SqliteTableTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT DEFAULT 'x, y')",
        "CREATE TABLE \"t\" (\"a\" INT, [b c] VARCHAR ( 10 ) NOT NULL DEFAULT -1, `d``e` blob"
            + " DEFAULT x'00ff')",
        "create table t(a,b,c, primary key(b, a), unique(c))",
        "CREATE TABLE t (a int REFERENCES p, b int CONSTRAINT named REFERENCES p(id) ON DELETE SET"
            + " NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED, CHECK (a > 0), CHECK (b <>"
            + " ')'))",
        "CREATE TABLE t (a int -- not, a column\n"
            + ", b int /* nor (this */ UNIQUE ON CONFLICT IGNORE, c int)",
        "CREATE TABLE t (a text COLLATE NOCASE NOT NULL ON CONFLICT FAIL, b int DEFAULT (1 + (2)),"
            + " c int GENERATED ALWAYS AS (b * 2) STORED, d AS (c || ')') VIRTUAL)",
        "CREATE TABLE t (a INTEGER, b TEXT, PRIMARY KEY (a)) WITHOUT ROWID, STRICT",
        "CREATE TABLE t (a unsigned big int, b double precision, c datetime DEFAULT"
            + " CURRENT_TIMESTAMP, d)",
        "CREATE TABLE t (key text, \"primary\" int, \"check\" int CHECK (\"check\" > 0))",
        "CREATE TABLE main.t (a INTEGER PRIMARY KEY DESC, b numeric(10, 2) NULL)",
        "CREATE TABLE t AS SELECT id AS a, 'x' AS b FROM p"
      })
  void isReadAsSqliteReadsIt(String sql) {
    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.update("CREATE TABLE p (id integer NOT NULL PRIMARY KEY)");
      engine.update(sql);

      Table table =
          SqliteRoundTripTest.reflect(engine).tables().stream()
              .filter(one -> one.name().name().equals("t"))
              .findFirst()
              .orElseThrow();

      assertThat(columns(table)).isEqualTo(columns(engine));
      assertThat(primaryKey(table)).isEqualTo(primaryKey(engine));
      assertThat(foreignKeys(table)).containsExactlyInAnyOrderElementsOf(foreignKeys(engine));
      assertThat(uniques(table)).isEqualTo(uniques(engine));
    }
  }

  private static List<String> columns(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static List<String> columns(Engine engine) {
    return texts(engine, "SELECT name FROM pragma_table_xinfo('t') ORDER BY cid");
  }

  private static List<String> primaryKey(Table table) {
    return table.constraints().stream()
        .filter(PrimaryKey.class::isInstance)
        .flatMap(one -> ((PrimaryKey) one).columns().stream())
        .toList();
  }

  private static List<String> primaryKey(Engine engine) {
    return texts(engine, "SELECT name FROM pragma_table_xinfo('t') WHERE pk > 0 ORDER BY pk");
  }

  private static List<String> foreignKeys(Table table) {
    return table.constraints().stream()
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast)
        .map(
            one ->
                String.join(
                    " ",
                    one.columns().get(0),
                    one.target().name(),
                    one.targetColumns().get(0),
                    one.onDelete().sql(),
                    one.onUpdate().sql()))
        .toList();
  }

  private static List<String> foreignKeys(Engine engine) {
    return texts(
        engine,
        "SELECT \"from\" || ' ' || \"table\" || ' ' || coalesce(\"to\", 'id') || ' '"
            + " || on_delete || ' ' || on_update FROM pragma_foreign_key_list('t')");
  }

  private static long uniques(Table table) {
    return table.constraints().stream().filter(UniqueConstraint.class::isInstance).count();
  }

  private static long uniques(Engine engine) {
    return texts(engine, "SELECT name FROM pragma_index_list('t') WHERE origin = 'u'").size();
  }

  private static List<String> texts(Engine engine, String sql) {
    return engine.execute(sql).stream().map(SqliteTableTextTest::first).toList();
  }

  private static String first(Row row) {
    return String.valueOf(row.get(0));
  }

  @Test
  void keepsChecksAndExpressionsAsTheyAreWritten() {
    try (Engine engine = Engine.create("sqlite::memory:")) {
      engine.update(
          "CREATE TABLE t (a text CONSTRAINT filled CHECK (a <> ')'), b int DEFAULT (1 + (2)),"
              + " c int GENERATED ALWAYS AS ( b * 2 ) STORED)");

      Table table = SqliteRoundTripTest.reflect(engine).tables().get(0);

      assertThat(table.constraints())
          .containsExactly(CheckConstraint.of(ConstraintName.given("filled"), "a <> ')'"));
      assertThat(table.columns().get(1).serverDefault()).isEqualTo("1 + (2)");
      assertThat(table.columns().get(2).computed()).isEqualTo(new Computed("b * 2", true));
    }
  }
}
