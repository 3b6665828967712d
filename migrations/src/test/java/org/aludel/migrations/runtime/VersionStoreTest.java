package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.column;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Where it is noted what a database has: another table, another schema, two beside each other. */
@PostgresTest(perMethod = true)
class VersionStoreTest {
  private static final VersionStore ELSEWHERE = new VersionStore("My Meta", "shop_version");
  private static final String TABLES =
      "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('public', 'My"
          + " Meta', 'meta') ORDER BY 1";

  private static Script script() {
    return new Script()
        .revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a")
        .revision("bbbb", "CREATE TABLE b (id int) // DROP TABLE b");
  }

  private static <R> R with(
      Script script, TestDatabase database, VersionStore store, Function<MigrationRunner, R> work) {
    RunnerOptions options = RunnerOptions.defaults().withStore(store);
    return script.with(database, options, ProgressListener.SILENT, work);
  }

  @Test
  void nameAndSchemaAreTheOnesThatWereAskedFor(TestDatabase database) {
    with(script(), database, ELSEWHERE, runner -> runner.upgrade("head"));

    assertThat(column(database, TABLES))
        .containsExactly(
            "My Meta.databasechangelog",
            "My Meta.shop_version",
            "My Meta.shop_version_log",
            "public.a",
            "public.b");
    assertThat(column(database, "SELECT version_num FROM \"My Meta\".shop_version"))
        .containsExactly("bbbb");
    assertThat(with(script(), database, ELSEWHERE, MigrationRunner::state).heads())
        .containsExactly("bbbb");
    assertThat(with(script(), database, ELSEWHERE, r -> r.downgrade("base")).heads()).isEmpty();
  }

  @Test
  void anExistingSchemaNeedsNoRightToMakeOne(TestDatabase database) {
    database.run("CREATE SCHEMA meta; CREATE ROLE " + database.name() + "_app LOGIN PASSWORD 'x'");
    String role = database.name() + "_app";
    database.run(
        "GRANT ALL ON SCHEMA meta, public TO "
            + role
            + "; REVOKE CREATE ON DATABASE "
            + database.name()
            + " FROM PUBLIC");
    VersionStore store = new VersionStore("meta", "aludel_version");
    RunnerOptions options = RunnerOptions.defaults().withStore(store);

    script().as(database, role, "x", options, runner -> runner.upgrade("head"));

    assertThat(column(database, "SELECT version_num FROM meta.aludel_version"))
        .containsExactly("bbbb");
  }

  @Test
  void twoApplicationsShareADatabaseAndItsLedger(TestDatabase database) {
    VersionStore shop = new VersionStore(null, "shop_version");
    VersionStore desk = new VersionStore(null, "desk_version");
    Script other = new Script().revision("dddd", "CREATE TABLE d (id int) // DROP TABLE d");

    with(script(), database, shop, runner -> runner.upgrade("head"));
    with(other, database, desk, runner -> runner.upgrade("head"));
    with(script(), database, shop, runner -> runner.downgrade("aaaa"));

    assertThat(with(other, database, desk, MigrationRunner::state).heads()).containsExactly("dddd");
    assertThat(with(script(), database, shop, MigrationRunner::state).heads())
        .containsExactly("aaaa");
    assertThat(Script.ledger(database)).containsExactly("aaaa-1", "dddd-1");
  }

  @Test
  void aRevisionWithoutAFileIsStillRefused(TestDatabase database) {
    with(script(), database, ELSEWHERE, runner -> runner.upgrade("head"));
    Script older = new Script().revision("aaaa", "CREATE TABLE a (id int) // DROP TABLE a");

    assertThat(refused(() -> with(older, database, ELSEWHERE, runner -> runner.upgrade("head"))))
        .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(MigrationCode.UNKNOWN_REVISION));
  }

  @Test
  void aPurgeForgetsItsOwnRevisionsAlone(TestDatabase database) {
    VersionStore shop = new VersionStore(null, "shop_version");
    Script other = new Script().revision("dddd", "CREATE TABLE d (id int) // DROP TABLE d");
    with(script(), database, shop, runner -> runner.upgrade("head"));
    with(other, database, new VersionStore(null, "desk_version"), r -> r.upgrade("head"));

    with(script(), database, shop, runner -> runner.stamp("aaaa", true));

    assertThat(column(database, "SELECT version_num FROM shop_version")).containsExactly("aaaa");
    assertThat(column(database, "SELECT id FROM databasechangelog ORDER BY id"))
        .containsExactly("aaaa-1", "dddd-1");
  }

  @Test
  void whatAnotherApplicationAppliedIsNotToBeRepaired(TestDatabase database) {
    Script other = new Script().revision("dddd", "CREATE TABLE d (id int) // DROP TABLE d");
    VersionStore shop = new VersionStore(null, "shop_version");
    with(script(), database, shop, runner -> runner.upgrade("head"));
    with(other, database, new VersionStore(null, "desk_version"), r -> r.upgrade("head"));
    RunnerOptions options = RunnerOptions.defaults().withStore(shop);

    try (Engine engine = Engine.create(database.jdbcUrl(), each -> each.unpooled());
        Connection connection = engine.connect()) {
      Bookkeeping tables = new Bookkeeping(options, connection.dialect());
      Set<String> logged = new RevisionLog(tables).last(connection).keySet();

      assertThat(new Ledger(tables, 0).readOwn(connection, script().map(), logged))
          .extracting(LedgerKey::id)
          .containsExactly("aaaa-1", "bbbb-1");
      assertThat(new Ledger(tables, 0).read(connection)).hasSize(3);
    }
  }

  @Test
  void aResetMakesItAnew(TestDatabase database) {
    with(script(), database, ELSEWHERE, runner -> runner.upgrade("head"));
    database.run("CREATE TABLE junk (id int)");

    with(script(), database, ELSEWHERE, MigrationRunner::reset);

    assertThat(column(database, "SELECT version_num FROM \"My Meta\".shop_version"))
        .containsExactly("bbbb");
    assertThat(Script.tables(database)).containsExactly("a", "b");
  }

  @Test
  void aScriptWritesThereToo(TestDatabase database) {
    String sql = with(script(), database, ELSEWHERE, r -> r.upgradeScript("head")).sql();
    List<String> before = column(database, TABLES);

    database.run(sql);

    assertThat(before).isEmpty();
    assertThat(with(script(), database, ELSEWHERE, MigrationRunner::state).heads())
        .containsExactly("bbbb");
    assertThat(with(script(), database, ELSEWHERE, r -> r.upgrade("head")).steps()).isEmpty();
  }
}
