package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.RawSql;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** DDL of one's own at create and drop, and statements left out. */
@PostgresTest(perMethod = true)
class ChangedDdlTest {
  private static final MetaData MODEL =
      MetaData.ofTables(
          List.of(
              new Table(
                  QualifiedName.of("note"),
                  List.of(Column.of("text", SqlTypes.TEXT)),
                  List.of(),
                  List.of(Index.of(ConstraintName.given("note_text"), false, List.of("text"))),
                  null)));

  @Test
  void statementsOfOnesOwnRunInTheSameTransaction(TestDatabase database) {
    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled())) {
      engine.createAll(
          MODEL,
          statements -> {
            List<DdlStatement> all = new ArrayList<>(statements);
            all.add(0, new RawSql("CREATE TABLE before (id int)"));
            all.add(new RawSql("CREATE VIEW notes AS SELECT text FROM note"));
            return all;
          });
      assertThat(relations(database)).containsExactly("before", "note", "note_text", "notes");

      engine.dropAll(
          MODEL,
          statements -> {
            List<DdlStatement> all = new ArrayList<>(statements);
            all.add(0, new RawSql("DROP VIEW notes"));
            return all;
          });
      assertThat(relations(database)).containsExactly("before");
    }
  }

  @Test
  void whatIsForAnotherDatabaseIsLeftOut(TestDatabase database) {
    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled())) {
      boolean wanted = engine.dialect().name().equals("sqlite");

      engine.createAll(
          MODEL,
          statements ->
              statements.stream()
                  .filter(one -> wanted || !(one instanceof IndexDdl.CreateIndex))
                  .toList());

      assertThat(relations(database)).containsExactly("note");
    }
  }

  private static List<String> relations(TestDatabase database) {
    return database
        .query(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                + " ORDER BY relname COLLATE \"C\"")
        .stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }
}
