package org.aludel.migrations.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.engine.SchemaCheck.Policy;
import org.aludel.migrations.command.HeadsFile;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.command.PackedDatabase;
import org.aludel.migrations.config.RunSetting;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.ScriptDirectory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with two databases, each with revisions and a table of heads of its own. */
@PostgresTest(perMethod = true)
class SeveralDatabasesTest {
  private static final RunSetting OWN_TABLE =
      SettingsLoader.packed(Path.of(""), Map.of(), Map.of("orm.version-table", "billing_version"))
          .get(0)
          .running();

  @TempDir Path classes;

  @BeforeEach
  void build() {
    revision("db/shop", "s1", "CREATE TABLE item (id int)");
    revision("database/bills", "b1", "CREATE TABLE bill (id int)");
    HeadsFile.write(
        classes,
        List.of(
            new PackedDatabase("shop", List.of(), SettingsLoader.defaults(classes).running()),
            new PackedDatabase("billing", List.of("database/bills"), OWN_TABLE)));
  }

  @Test
  void eachIsComparedWithItsOwnRevisions(TestDatabase database) throws Exception {
    check(database, "shop", Policy.UPGRADE);

    check(database, "shop", Policy.FAIL);
    assertThatThrownBy(() -> check(database, "billing", Policy.FAIL))
        .hasMessageContaining("ORM-SESSION-SCHEMA-BEHIND")
        .hasMessageContaining("b1");
    assertThat(standing(database, "shop")).isEqualTo(Standing.AT_HEAD);
    assertThat(standing(database, "billing")).isEqualTo(Standing.BEHIND);
  }

  @Test
  void eachIsUpgradedFromItsFolderAndNotedInItsTable(TestDatabase database) throws Exception {
    check(database, "billing", Policy.UPGRADE);

    assertThat(database.query("SELECT version_num FROM billing_version")).hasToString("[[b1]]");
    assertThat(database.query("SELECT to_regclass('bill')::text, to_regclass('item')::text"))
        .hasToString("[[bill, null]]");
    assertThat(standing(database, "billing")).isEqualTo(Standing.AT_HEAD);
  }

  @Test
  void anApplicationUpgradesOneOfThemAtItsStart(TestDatabase database) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = loader();
        Engine engine = engine(database)) {
      Thread.currentThread().setContextClassLoader(loader);

      Migrations.of(engine, "billing").upgrade();

      assertThat(RevisionCheck.standing(engine, loader, "billing")).isEqualTo(Standing.AT_HEAD);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void whichOneIsMeantMustBeSaid(TestDatabase database) {
    assertThatThrownBy(() -> check(database, null, Policy.FAIL))
        .hasMessageContaining("ORM-MIG-INVALID-SETTING")
        .hasMessageContaining("no name among billing, shop")
        .hasMessageContaining("options.database(\"billing\")");
    assertThatThrownBy(() -> check(database, "shopp", Policy.WARN))
        .hasMessageContaining("did you mean \"shop\"");
  }

  @Test
  void theOnlyOneNeedsNoName(TestDatabase database) throws Exception {
    HeadsFile.write(
        classes, List.of(new PackedDatabase("billing", List.of("database/bills"), OWN_TABLE)));

    check(database, null, Policy.UPGRADE);

    assertThat(database.query("SELECT version_num FROM billing_version")).hasToString("[[b1]]");
  }

  private void check(TestDatabase database, @Nullable String name, Policy policy) throws Exception {
    try (URLClassLoader loader = loader();
        Engine engine = engine(database)) {
      SchemaCheck.runAll(engine, new SchemaCheck.Application(loader, name), policy);
    }
  }

  private Standing standing(TestDatabase database, String name) throws Exception {
    try (URLClassLoader loader = loader();
        Engine engine = engine(database)) {
      return RevisionCheck.standing(engine, loader, name);
    }
  }

  private URLClassLoader loader() throws Exception {
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, SeveralDatabasesTest.class.getClassLoader());
  }

  private static Engine engine(TestDatabase database) {
    return Engine.create(
        database.jdbcUrl(),
        options -> options.unpooled().user(database.user()).password(database.password()));
  }

  private void revision(String location, String id, String up) {
    ChangeSet step = ChangeSet.of(id + "-1", id, List.of(Change.sql(up)), List.of(Change.empty()));
    ScriptDirectory.of(classes.resolve(location))
        .write(
            Revision.of(id, List.of(), id, Instant.parse("2026-11-22T00:00:00Z"))
                .withChangeSets(List.of(step)),
            List.of());
  }
}
