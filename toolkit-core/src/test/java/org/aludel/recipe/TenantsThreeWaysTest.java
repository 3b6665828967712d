package org.aludel.recipe;

import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.recipe.TicketT.TICKET;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.SessionListener;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recipe: tenants told apart by a column, by a schema, or by the server's row security. */
@PostgresTest
final class TenantsThreeWaysTest {
  private static final Registry REGISTRY = Registry.of(RecipeBase.class);

  private final TestDatabase database;
  private Engine engine;
  private SessionFactory sessions;

  TenantsThreeWaysTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void create() {
    LinkDatabase shop = LinkDatabase.fresh(database, REGISTRY);
    engine = shop.engine;
    sessions = shop.sessions;
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Session byColumn(String tenant) {
    Session session = sessions.withCriteria(withCriteria(TICKET, TICKET.tenant.eq(tenant))).open();
    session.addListener(new FillsTenant(tenant));
    return session;
  }

  record FillsTenant(String tenant) implements SessionListener {
    @Override
    public void beforeFlush(Session session) {
      for (Object added : session.objects().added()) {
        if (added instanceof Ticket ticket) {
          ticket.setTenant(tenant);
        }
      }
    }
  }

  private SessionFactory bySchema(String tenant) {
    return sessions.withOptions(options -> options.schemas(SchemaTranslation.ofDefault(tenant)));
  }

  private Session byRowSecurity(String tenant) {
    Session session = sessions.open();
    session.addListener(new SaysTenant(tenant));
    return session;
  }

  record SaysTenant(String tenant) implements SessionListener {
    @Override
    public void afterBegin(Session session, Connection connection) {
      connection.execute("SET LOCAL ROLE recipe_tenant");
      connection.execute("SELECT set_config('recipe.tenant', ?, true)", tenant);
    }
  }

  private static void write(Session session, String title) {
    try (session) {
      session.add(new Ticket(title));
      session.commit();
    }
  }

  private static List<String> titles(Session session) {
    try (session) {
      return session.scalars(select(TICKET.title)).all();
    }
  }

  @Test
  void aColumnIsFilledAndCompared() {
    write(byColumn("acme"), "one");
    write(byColumn("globex"), "two");

    assertThat(titles(byColumn("acme"))).containsExactly("one");
    assertThat(titles(byColumn("globex"))).containsExactly("two");
    assertThat(titles(sessions.open())).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void aTicketOfAnotherTenantIsNotFoundByItsId() {
    write(byColumn("acme"), "one");

    try (Session acme = byColumn("acme");
        Session globex = byColumn("globex")) {
      assertThat(acme.get(Ticket.class, 1L)).isNotNull();
      assertThat(globex.get(Ticket.class, 1L)).isNull();
    }
  }

  @Test
  void eachSchemaHasRowsOfItsOwn() {
    for (String tenant : List.of("acme", "globex")) {
      database.run("DROP SCHEMA IF EXISTS " + tenant + " CASCADE; CREATE SCHEMA " + tenant);
      engine
          .withOptions(options -> options.schemas(SchemaTranslation.ofDefault(tenant)))
          .createAll(REGISTRY.metaData());
    }
    write(bySchema("acme").open(), "one");

    assertThat(titles(bySchema("acme").open())).containsExactly("one");
    assertThat(titles(bySchema("globex").open())).isEmpty();
  }

  @Test
  void theServerKeepsRowsApartToo() {
    secure();
    database.run("INSERT INTO ticket (tenant, title) VALUES ('acme', 'one'), ('globex', 'two')");
    try {
      assertThat(titles(byRowSecurity("acme"))).containsExactly("one");
      assertThat(titles(byRowSecurity("globex"))).containsExactly("two");
      assertThat(titles(sessions.open())).containsExactlyInAnyOrder("one", "two");
    } finally {
      dropRole();
    }
  }

  @Test
  void theServerRefusesARowOfAnotherTenant() {
    secure();
    try (Session acme = byRowSecurity("acme")) {
      Ticket foreign = acme.add(new Ticket("foreign"));
      foreign.setTenant("globex");

      assertThatThrownBy(acme::flush)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("row-level security");
    } finally {
      dropRole();
    }
    assertThat(database.query("SELECT title FROM ticket")).isEmpty();
  }

  private void secure() {
    dropRole();
    database.run(
        """
        CREATE ROLE recipe_tenant;
        GRANT USAGE ON SCHEMA public TO recipe_tenant;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ticket TO recipe_tenant;
        ALTER TABLE ticket ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own_rows ON ticket USING (tenant = current_setting('recipe.tenant'))
        """);
  }

  private void dropRole() {
    database.run(
        """
        DO $$ BEGIN
          IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'recipe_tenant') THEN
            DROP OWNED BY recipe_tenant;
            DROP ROLE recipe_tenant;
          END IF;
        END $$
        """);
  }
}
