package org.aludel.migrations.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.View;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
final class ModelSourceTest {
  @TempDir Path directory;

  @Test
  void aFileOfPsqlIsAModel(TestDatabase database) throws IOException {
    Path file =
        write(
            """
            \\restrict abc
            SET client_encoding = 'UTF8';
            SELECT pg_catalog.set_config('search_path', '', false);
            CREATE FUNCTION public.f() RETURNS text LANGUAGE sql AS $$ SELECT 'a;b' $$;
            CREATE TABLE public.item (x text DEFAULT 'a;b');
            COPY public.item (x) FROM stdin;
            some;thing
            \\.
            \\unrestrict abc
            """);

    MetaData wanted = wanted(database, ModelSource.ofSqlFile(file));

    assertThat(wanted.tables()).extracting(Table::name).containsExactly(QualifiedName.of("item"));
    assertThat(wanted.objects())
        .extracting(each -> each.reference().toString())
        .containsExactly("function f()");
  }

  @Test
  void aCommandThatChangesWhatIsRunIsRefusedByLine(TestDatabase database) throws IOException {
    Path file = write("CREATE TABLE item (x text);\n\\i other.sql\n");

    assertThatThrownBy(() -> wanted(database, ModelSource.ofSqlFile(file)))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-UNSUPPORTED-OBJECT")
        .hasMessageContaining("schema.sql:2")
        .hasMessageContaining("\\i other.sql");
  }

  @Test
  void aStatementThatFailsIsNamedWithItsFile(TestDatabase database) throws IOException {
    Path file = write("CREATE TABLE item (x nothing);\n");

    assertThatThrownBy(() -> wanted(database, ModelSource.ofSqlFile(file)))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-SCRATCH-FAILED")
        .hasMessageContaining("schema.sql")
        .hasMessageContaining("nothing");
  }

  @Test
  void noScratchDatabaseWhereTheTextsAgree(TestDatabase database) {
    database.run("CREATE TABLE item (x text DEFAULT 'a')");
    Table same = table(Column.of("x", SqlTypes.TEXT).withServerDefault("'a'::text"));

    try (Engine live = Engine.create(database.dataSource())) {
      ScratchServer none = ScratchServer.of(live);

      assertThat(none.obstacle()).isPresent();
      assertThat(wanted(live, none, ModelSource.of(MetaData.ofTables(List.of(same)))).tables())
          .containsExactly(same);
    }
  }

  @Test
  void anotherSpellingIsNoDifference(TestDatabase database) {
    database.run("CREATE TABLE item (x text DEFAULT upper('a'))");
    Table typed = table(Column.of("x", SqlTypes.TEXT).withServerDefault("UPPER( 'a' )"));

    MetaData wanted = wanted(database, ModelSource.of(MetaData.ofTables(List.of(typed))));

    assertThat(wanted.tables().get(0).columns().get(0).serverDefault())
        .isEqualTo("upper('a'::text)");
  }

  @Test
  void anotherDatabaseIsAModel(TestDatabase database) {
    TestDatabase other = database.another();
    other.run("CREATE EXTENSION citext; CREATE TABLE item (x citext)");
    try (Engine engine = Engine.create(other.dataSource())) {
      MetaData wanted = wanted(database, ModelSource.ofDatabase(engine));

      assertThat(wanted.tables()).hasSize(1);
      assertThat(wanted.extensions())
          .singleElement()
          .satisfies(each -> assertThat(each.version()).isNull());
    }
  }

  @Test
  void filesStandBesideAModelInAnyOrderThatRuns(TestDatabase database) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("database/views"));
    Files.writeString(
        folder.resolve("a.sql"), "CREATE VIEW short AS SELECT shortened(x) AS x FROM item");
    Files.writeString(
        folder.resolve("b.sql"),
        "CREATE FUNCTION shortened(item.x%TYPE) RETURNS text LANGUAGE sql AS $$ SELECT left($1, 3)"
            + " $$;CREATE FUNCTION fallback() RETURNS text LANGUAGE sql AS $$ SELECT 'none' $$");
    Files.writeString(directory.resolve("database/notes.txt"), "not SQL");
    Table item = table(Column.of("x", SqlTypes.TEXT));

    MetaData wanted =
        wanted(
            database,
            ModelSource.of(MetaData.ofTables(List.of(item)), directory.resolve("database")));

    assertThat(wanted.tables()).containsExactly(item);
    assertThat(wanted.views()).extracting(View::name).containsExactly(QualifiedName.of("short"));
    assertThat(wanted.definedObjects()).hasSize(2);
  }

  @Test
  void aTableMayNeedAFunctionOfAFileInASchemaOfTheModel(TestDatabase database) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("database"));
    Files.writeString(
        folder.resolve("f.sql"),
        "CREATE FUNCTION meta.f() RETURNS text LANGUAGE sql AS $$ SELECT 'a' $$;");
    Table item =
        new Table(
            new QualifiedName("meta", "item"),
            List.of(Column.of("x", SqlTypes.TEXT).withServerDefault("meta.f()")),
            List.of(),
            List.of(),
            null);
    MetaData model =
        MetaData.ofTables(List.of(item)).withNamespaces(List.of(new Namespace("meta", null)));

    MetaData wanted = wanted(database, ModelSource.of(model, folder));

    assertThat(wanted.tables()).containsExactly(item);
    assertThat(wanted.definedObjects()).hasSize(1);
  }

  @Test
  void aTableMayNeedAFunctionOfAFile(TestDatabase database) throws IOException {
    Files.writeString(
        directory.resolve("f.sql"),
        "CREATE FUNCTION fallback() RETURNS text LANGUAGE sql AS $$ SELECT 'none' $$");
    Table item = table(Column.of("x", SqlTypes.TEXT).withServerDefault("fallback()"));

    MetaData wanted = wanted(database, ModelSource.of(MetaData.ofTables(List.of(item)), directory));

    assertThat(wanted.tables()).containsExactly(item);
  }

  @Test
  void filesThatCannotRunAreNamedEach(TestDatabase database) throws IOException {
    Files.writeString(directory.resolve("one.sql"), "CREATE VIEW one AS SELECT * FROM two");
    Files.writeString(directory.resolve("two.sql"), "CREATE VIEW two AS SELECT * FROM one");
    Files.writeString(directory.resolve("good.sql"), "CREATE VIEW three AS SELECT 3");

    assertThatThrownBy(() -> wanted(database, ModelSource.of(MetaData.empty(), directory)))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-SCRATCH-FAILED")
        .hasMessageContaining("one.sql: ")
        .hasMessageContaining("two.sql: ")
        .hasMessageNotContaining("good.sql");
  }

  @Test
  void theFileOfTheSchemaIsNotRunTwice(TestDatabase database) throws IOException {
    Path schema = write("CREATE TABLE item (x text)");
    Files.writeString(directory.resolve("v.sql"), "CREATE VIEW v AS SELECT x FROM item");

    MetaData wanted = wanted(database, ModelSource.ofSqlFile(schema, directory));

    assertThat(wanted.tables()).hasSize(1);
    assertThat(wanted.views()).hasSize(1);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("schema.sql"), text);
  }

  private static Table table(Column column) {
    return new Table(QualifiedName.of("item"), List.of(column), List.of(), List.of(), null);
  }

  private static MetaData wanted(TestDatabase database, ModelSource source) {
    try (Engine live = Engine.create(database.jdbcUrl())) {
      return wanted(live, ScratchServer.of(live), source);
    }
  }

  private static MetaData wanted(Engine live, ScratchServer scratch, ModelSource source) {
    try (Connection connection = live.connect()) {
      MetaData found =
          connection
              .dialect()
              .catalogReader()
              .read(connection.unwrap(java.sql.Connection.class), ReflectOptions.of("public"));
      return source.wanted(found, CompareOptions.of(live.dialect().quoter(), "public"), scratch);
    }
  }
}
