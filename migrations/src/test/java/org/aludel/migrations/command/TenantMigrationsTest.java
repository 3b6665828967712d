package org.aludel.migrations.command;

import static org.aludel.migrations.command.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.aludel.engine.Engine;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.error.RevisionException;
import org.aludel.migrations.tenant.TenantState;
import org.aludel.migrations.tenant.TenantsResult;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest(perMethod = true)
class TenantMigrationsTest {
  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  @TempDir Path directory;
  private Workshop workshop;

  TenantMigrationsTest(TestDatabase database) {
    workshop = new Workshop(database, Path.of(""));
  }

  @BeforeEach
  void open(TestDatabase database) {
    Engine engine =
        Engine.create(
            database.jdbcUrl(),
            options ->
                options
                    .unpooled()
                    .user(database.user())
                    .password(database.password())
                    .listener(
                        new ExecutionListener() {
                          @Override
                          public void executed(Execution execution) {
                            statements.add(execution.sql());
                          }
                        }));
    workshop =
        new Workshop(engine, directory)
            .with("tenants", "tenant_*")
            .with("tenants.template", "tenant_1");
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private static void tenants(TestDatabase database, int count) {
    StringBuilder sql = new StringBuilder();
    for (int at = 1; at <= count; at++) {
      sql.append("CREATE SCHEMA tenant_").append(at).append(';');
    }
    database.run(sql.toString());
  }

  private Migrations model(Table... tables) {
    return workshop.model(tables);
  }

  private static List<TenantState.Standing> standings(TenantsResult result) {
    return result.states().stream().map(TenantState::standing).toList();
  }

  @Test
  void theTemplateIsComparedAndAllTenantsAreUpgraded(TestDatabase database) throws IOException {
    tenants(database, 3);
    AutogenerateResult written = model(table("person", "name")).autogenerate("first");

    TenantsResult result = model(table("person", "name")).tenants().upgrade("head");

    assertThat(Objects.requireNonNull(written.written()).proof().proven()).isTrue();
    assertThat(Files.readString(written.written().file())).doesNotContain("tenant_1");
    assertThat(standings(result)).containsOnly(TenantState.Standing.AT_HEAD).hasSize(3);
    assertThat(
            database.query(
                "SELECT schemaname, count(*) FROM pg_tables WHERE tablename IN"
                    + " ('person', 'aludel_version') GROUP BY 1 ORDER BY 1"))
        .hasToString("[[tenant_1, 2], [tenant_2, 2], [tenant_3, 2]]");
    assertThat(model(table("person", "name")).autogenerate("again").noChanges()).isTrue();
    assertThat(
            database.query(
                "SELECT tenant, revision, state, error, at > now() - interval '1 h' FROM"
                    + " aludel_tenant ORDER BY 1"))
        .hasToString(
            "[[tenant_1, ID, AT_HEAD, null, t], [tenant_2, ID, AT_HEAD, null, t], [tenant_3, ID, AT_HEAD, null, t]]"
                .replace("ID", written.written().id()));
  }

  @Test
  void aFailureIsNamedOthersStandAndTheNextRunGoesOn(TestDatabase database) {
    tenants(database, 3);
    model(table("person")).autogenerate("first");
    database.run("CREATE TABLE tenant_2.person (x integer)");

    TenantsResult broken = model(table("person")).tenants().upgrade("head");

    assertThat(standings(broken))
        .containsExactly(
            TenantState.Standing.AT_HEAD,
            TenantState.Standing.FAILED,
            TenantState.Standing.NOT_BEGUN);
    assertThatThrownBy(broken::orThrow)
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-TENANTS-FAILED")
        .hasMessageContaining("1 of 3 tenants failed, 1 were not begun")
        .hasMessageContaining("tenant_2: ORM-MIG-STEP-FAILED")
        .hasMessageContaining("already exists");
    assertThat(standings(model().tenants().status()))
        .containsExactly(
            TenantState.Standing.AT_HEAD, TenantState.Standing.FAILED, TenantState.Standing.BEHIND);
    database.run("DROP TABLE tenant_2.person");
    assertThat(standings(model(table("person")).tenants().upgrade("head")))
        .containsOnly(TenantState.Standing.AT_HEAD);
    assertThat(standings(model().tenants().status())).containsOnly(TenantState.Standing.AT_HEAD);
  }

  @Test
  void othersGoOnWhereTheSettingsSaySo(TestDatabase database) {
    tenants(database, 3);
    model(table("person")).autogenerate("first");
    database.run("CREATE TABLE tenant_2.person (x integer)");
    workshop.with("tenants.on-error", "continue").with("tenants.parallel", "3");

    assertThat(standings(model(table("person")).tenants().upgrade("head")))
        .containsExactly(
            TenantState.Standing.AT_HEAD,
            TenantState.Standing.FAILED,
            TenantState.Standing.AT_HEAD);
  }

  @Test
  void oneTenantIsChosenByName(TestDatabase database) {
    tenants(database, 3);
    model(table("person")).autogenerate("first");
    workshop.with("tenant", "tenant_3");

    TenantsResult result = model(table("person")).tenants().upgrade("head");

    assertThat(result.states()).extracting(TenantState::tenant).containsExactly("tenant_3");
    assertThat(database.query("SELECT schemaname FROM pg_tables WHERE tablename = 'person'"))
        .hasToString("[[tenant_3]]");
    workshop.with("tenant", "tenant_33");
    assertThatThrownBy(() -> model().tenants().status())
        .hasMessageContaining("did you mean \"tenant_3\"");
  }

  @Test
  void aQueryNamesTenantsAndOneWithoutSchemaFails(TestDatabase database) {
    tenants(database, 2);
    database.run(
        "CREATE TABLE customer (name text); INSERT INTO customer VALUES ('tenant_1'), ('gone')");
    Workshop queried =
        workshop.with("tenants", "tenant_1").with("tenants.query", "SELECT name FROM customer");

    TenantsResult status = queried.model().tenants().status();

    assertThat(status.states()).extracting(TenantState::tenant).containsExactly("gone", "tenant_1");
    assertThat(status.states().get(0).error()).isEqualTo("there is no schema of that name");
  }

  @Test
  void tenantsAreStampedAndGoBack(TestDatabase database) {
    tenants(database, 3);
    model(table("person")).autogenerate("first");
    model(table("person")).tenants().upgrade("head");

    TenantsResult back = model(table("person")).tenants().downgrade("base");

    assertThat(standings(back)).containsOnly(TenantState.Standing.BEHIND);
    assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename = 'person'"))
        .hasToString("[[0]]");
    assertThat(standings(model(table("person")).tenants().stamp("head", false)))
        .containsOnly(TenantState.Standing.AT_HEAD);
  }

  @Test
  void eachTenantGetsItsOwnKeptRowsBack(TestDatabase database) {
    tenants(database, 3);
    model(table("person", "name")).autogenerate("first");
    model(table("person", "name")).tenants().upgrade("head");
    for (int at = 1; at <= 3; at++) {
      database.run("INSERT INTO tenant_" + at + ".person VALUES (1, 'of " + at + "')");
    }
    workshop.with("lossy", "keep");

    model(table("person", "name")).tenants().downgrade("base");
    model(table("person", "name")).tenants().upgrade("head");

    assertThat(
            database.query(
                "SELECT (SELECT string_agg(name, ',') FROM tenant_1.person), (SELECT"
                    + " string_agg(name, ',') FROM tenant_2.person), (SELECT string_agg(name, ',')"
                    + " FROM tenant_3.person)"))
        .hasToString("[[of 1, of 2, of 3]]");
  }

  @Test
  void tenantsReferToWhatTheyShareAndDoNotChangeIt(TestDatabase database) throws IOException {
    tenants(database, 3);
    database.run("CREATE TABLE country (id bigint CONSTRAINT country_pkey PRIMARY KEY)");
    QualifiedName shared = new QualifiedName("public", "country");
    Table country = table("country");
    Table person =
        table("person")
            .withColumns(
                List.of(
                    Column.of("id", SqlTypes.BIGINT).notNull(),
                    Column.of("country", SqlTypes.BIGINT)));
    List<Constraint> constraints = new ArrayList<>(person.constraints());
    constraints.add(
        ForeignKey.of(
            ConstraintName.conventional("person_country_fkey"),
            List.of("country"),
            shared,
            List.of("id")));
    MetaData schema =
        MetaData.ofTables(
            List.of(
                new Table(
                    shared,
                    List.of(
                        Column.of("id", SqlTypes.BIGINT).notNull(),
                        Column.of("new", SqlTypes.TEXT)),
                    country.constraints(),
                    List.of(),
                    null),
                person.withConstraints(constraints)));

    AutogenerateResult result = workshop.model(schema).autogenerate("first");
    TenantsResult upgraded = workshop.model(schema).tenants().upgrade("head");

    assertThat(result.detected())
        .extracting(Detected::description)
        .containsExactly("create table  person");
    AutogenerateResult.Written written = Objects.requireNonNull(result.written());
    assertThat(written.proof().proven()).as(written.proof().text()).isTrue();
    assertThat(Files.readString(written.file())).contains("REFERENCES public.country");
    assertThat(standings(upgraded)).containsOnly(TenantState.Standing.AT_HEAD);
    assertThat(workshop.model(schema).autogenerate("again").noChanges()).isTrue();
    assertThat(workshop.model(schema).check(true).passes()).isTrue();
  }

  @Test
  void aRevisionThatEscapesIsRefusedBeforeAnythingRuns(TestDatabase database) throws IOException {
    tenants(database, 2);
    AutogenerateResult result = model(table("person")).autogenerate("first");
    Path file = Objects.requireNonNull(result.written()).file();
    String text = Files.readString(file);
    int changes = text.indexOf("      changes:\n") + "      changes:\n".length();
    Files.writeString(
        file,
        text.substring(0, changes)
            + "        - sql: {splitStatements: false, stripComments: false, sql: CREATE TABLE"
            + " tenant_2.x (id int)}\n"
            + text.substring(changes));

    assertThatThrownBy(() -> model(table("person")).tenants().upgrade("head"))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-TENANT-ESCAPE")
        .hasMessageContaining("the schema \"tenant_2\" of a tenant");
    assertThat(database.query("SELECT count(*) FROM pg_tables WHERE schemaname LIKE 'tenant%'"))
        .hasToString("[[0]]");
  }

  @Test
  void aDatabaseOfTenantsIsNotThrownAway(TestDatabase database) {
    tenants(database, 2);

    assertThatThrownBy(() -> model(table("person")).reset())
        .hasMessageContaining("ORM-MIG-NOT-DISPOSABLE")
        .hasMessageContaining("tenants");
    assertThat(database.query("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'tenant%'"))
        .hasToString("[[2]]");
  }

  @Test
  void twoHundredTenantsCostTheSameEach(TestDatabase database) {
    tenants(database, 200);
    model(table("person")).autogenerate("first");
    workshop.with("tenants.parallel", "4");
    counted(200, 1, () -> upgraded(1));

    assertEach(
        counted(1, 5, () -> upgraded(5)),
        counted(11, 10, () -> upgraded(10)),
        counted(31, 15, () -> upgraded(15)));
    upgraded(15);
    workshop.with("tenant", "");
    upgraded(200);
    assertEach(
        counted(1, 50, () -> upgraded(50)),
        counted(1, 100, () -> upgraded(100)),
        counted(1, 150, () -> upgraded(150)));
    assertEach(
        counted(1, 50, () -> asked(50)),
        counted(1, 100, () -> asked(100)),
        counted(1, 150, () -> asked(150)));
  }

  /** Each further tenant costs the same; counts are of statements and rise by equal steps. */
  private static void assertEach(int few, int more, int most) {
    assertThat(more).isGreaterThan(few);
    assertThat(most - more).isEqualTo(more - few);
  }

  private int counted(int first, int count, Runnable work) {
    List<String> names = new ArrayList<>();
    for (int at = first; at < first + count; at++) {
      names.add("tenant_" + at);
    }
    workshop.with("tenant", String.join(",", names));
    statements.clear();
    work.run();
    return statements.size();
  }

  private void upgraded(int count) {
    TenantsResult result = model(table("person")).tenants().upgrade("head");
    assertThat(result.count(TenantState.Standing.AT_HEAD)).isEqualTo(count);
  }

  private void asked(int count) {
    TenantsResult result = model(table("person")).tenants().status();
    assertThat(result.count(TenantState.Standing.AT_HEAD)).isEqualTo(count);
  }
}
