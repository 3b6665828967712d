package org.aludel.migrations.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.engine.SchemaCheck.Policy;
import org.aludel.migrations.render.NativeChanges;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.ProgressListener;
import org.aludel.migrations.runtime.RunnerOptions;
import org.aludel.migrations.script.ScriptDirectory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class RevisionCheckTest {
  @TempDir Path application;
  @TempDir Path newer;

  @Test
  void staysSilentAtHead(TestDatabase database) throws Exception {
    revision(application, "a1", List.of(), "CREATE TABLE a (id int)", "DROP TABLE a");
    upgrade(database, application);

    assertThatCode(() -> check(database, application, Policy.FAIL)).doesNotThrowAnyException();
  }

  @Test
  void aDatabaseBeforeItsFirstRevisionIsBehind(TestDatabase database) throws Exception {
    revision(application, "a1", List.of(), "CREATE TABLE a (id int)", "DROP TABLE a");

    assertThatThrownBy(() -> check(database, application, Policy.FAIL))
        .hasMessageContaining("ORM-SESSION-SCHEMA-BEHIND")
        .hasMessageContaining("no revision")
        .hasMessageContaining("a1");
  }

  @Test
  void thePolicyUpgradeRunsWhatIsMissing(TestDatabase database) throws Exception {
    revision(application, "a1", List.of(), "CREATE TABLE a (id int)", "DROP TABLE a");

    check(database, application, Policy.UPGRADE);

    assertThat(database.query("SELECT version_num FROM aludel_version").get(0))
        .containsExactly("a1");
  }

  @Test
  void looksWhereTheIndexSaysThatHeadsAreNoted(TestDatabase database) throws Exception {
    revision(application, "a1", List.of(), "CREATE TABLE a (id int)", "DROP TABLE a");
    Path index = application.resolve(RevisionIndex.RESOURCE);
    Files.createDirectories(index.getParent());
    Files.writeString(index, "version-schema meta\nversion-table shop_version\nhead a1\n");

    check(database, application, Policy.UPGRADE);
    check(database, application, Policy.FAIL);

    assertThat(database.query("SELECT version_num FROM meta.shop_version").get(0))
        .containsExactly("a1");
    assertThat(database.query("SELECT to_regclass('aludel_version')").get(0)).containsOnlyNulls();
  }

  @Test
  void thePoliciesWarnAndIgnoreOnlySpeak(TestDatabase database) throws Exception {
    revision(application, "a1", List.of(), "CREATE TABLE a (id int)", "DROP TABLE a");

    check(database, application, Policy.WARN);
    check(database, application, Policy.IGNORE);

    assertThat(database.query("SELECT to_regclass('aludel_version')").get(0)).containsOnlyNulls();
  }

  @Test
  void aDatabaseThatHasMoreIsAhead(TestDatabase database) throws Exception {
    revision(application, "a1", List.of(), "CREATE TABLE a (id int)", "DROP TABLE a");
    revision(newer, "a1", List.of(), "CREATE TABLE a (id int)", "DROP TABLE a");
    revision(newer, "b2", List.of("a1"), "CREATE TABLE b (id int)", "DROP TABLE b");
    upgrade(database, newer);

    assertThatCode(() -> check(database, application, Policy.FAIL)).doesNotThrowAnyException();
  }

  @Test
  void aDatabaseOfOtherRevisionsIsUnknown(TestDatabase database) throws Exception {
    revision(application, "a1", List.of(), "CREATE TABLE a (id int)", "DROP TABLE a");
    revision(newer, "x9", List.of(), "CREATE TABLE x (id int)", "DROP TABLE x");
    upgrade(database, newer);

    assertThatThrownBy(() -> check(database, application, Policy.UPGRADE))
        .hasMessageContaining("ORM-SESSION-SCHEMA-UNKNOWN")
        .hasMessageContaining("x9");
  }

  @Test
  void aRoleNeedsToReadTheVersionTableAlone(TestDatabase database) throws Exception {
    revision(application, "a1", List.of(), "CREATE TABLE a (id int)", "DROP TABLE a");
    upgrade(database, application);
    String role = "reader_" + database.name();
    database.run(
        "CREATE ROLE "
            + role
            + " LOGIN PASSWORD 'reader';"
            + " GRANT SELECT ON aludel_version TO "
            + role);

    try (Engine engine =
        Engine.create(
            database.jdbcUrl(), options -> options.unpooled().user(role).password("reader"))) {
      assertThatCode(() -> check(engine, application, Policy.FAIL)).doesNotThrowAnyException();
    } finally {
      database.run("DROP OWNED BY " + role + "; DROP ROLE " + role);
    }
  }

  @Test
  void withoutRevisionsNothingIsAsked(TestDatabase database) throws Exception {
    check(database, application, Policy.FAIL);

    assertThat(database.query("SELECT to_regclass('aludel_version')").get(0)).containsOnlyNulls();
  }

  private static void check(TestDatabase database, Path classPath, Policy policy) throws Exception {
    try (Engine engine = engine(database)) {
      check(engine, classPath, policy);
    }
  }

  private static void check(Engine engine, Path classPath, Policy policy) throws Exception {
    URL[] urls = {classPath.toUri().toURL()};
    ClassLoader parent = RevisionCheckTest.class.getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls, parent)) {
      SchemaCheck.runAll(engine, new SchemaCheck.Application(loader, null), policy);
    }
  }

  private static Engine engine(TestDatabase database) {
    return Engine.create(
        database.jdbcUrl(),
        options -> options.unpooled().user(database.user()).password(database.password()));
  }

  private static void upgrade(TestDatabase database, Path classPath) {
    try (Engine engine = engine(database)) {
      new MigrationRunner(
              engine,
              ScriptDirectory.of(classPath.resolve("db/migrations")).revisions(),
              NativeChanges.of(engine.dialect()),
              RunnerOptions.defaults(),
              ProgressListener.SILENT)
          .upgrade("head");
    }
  }

  private static void revision(
      Path classPath, String id, List<String> down, String up, String undo) {
    ChangeSet step =
        ChangeSet.of(id + "-1", id, List.of(Change.sql(up)), List.of(Change.sql(undo)));
    ScriptDirectory.of(classPath.resolve("db/migrations"))
        .write(
            Revision.of(id, down, id, Instant.parse("2026-11-22T00:00:00Z"))
                .withChangeSets(List.of(step)),
            List.of());
  }
}
