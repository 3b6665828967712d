package org.aludel.engine;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_EMAIL;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.merge;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.ddl.ViewDdl;
import org.aludel.error.CompileException;
import org.aludel.error.SchemaException;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.View;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.sql.Cte;
import org.aludel.sql.Statement;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One model and one compiled statement for many schemas. */
@PostgresTest
final class TenantTest {
  private static final SchemaTranslation ACME = SchemaTranslation.ofDefault("acme");
  private static final SchemaTranslation QUOTED = SchemaTranslation.ofDefault("O\"Hara Ltd");
  private static final MetaData SHOP = MetaData.ofTables(List.of(USER, ADDRESS));

  private final TestDatabase database;
  private final Engine engine;
  private final List<Execution> sent = new ArrayList<>();

  TenantTest(TestDatabase database) {
    this.database = database;
    database.run(
        """
        DROP SCHEMA IF EXISTS acme CASCADE; DROP SCHEMA IF EXISTS "O""Hara Ltd" CASCADE;
        DROP TABLE IF EXISTS address, user_account;
        CREATE SCHEMA acme; CREATE SCHEMA "O""Hara Ltd"
        """);
    this.engine =
        Engine.create(database.dataSource())
            .withListener(
                new ExecutionListener() {
                  @Override
                  public void executed(Execution execution) {
                    sent.add(execution);
                  }
                });
    tenant(ACME).createAll(SHOP);
    tenant(QUOTED).createAll(SHOP);
    sent.clear();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Engine tenant(SchemaTranslation schemas) {
    return engine.withOptions(options -> options.schemas(schemas));
  }

  private String acme(Statement<?> statement) {
    tenant(ACME).execute(statement);
    return sent.get(sent.size() - 1).sql();
  }

  @Test
  void compilesAStatementOnceForAllTenants() {
    Statement<?> named = select(USER_ID, USER_NAME).where(USER_NAME.eq("ada"));

    tenant(ACME).execute(named);
    tenant(QUOTED).execute(named);

    assertThat(sent).extracting(Execution::cache).containsExactly(CacheUse.MISS, CacheUse.HIT);
    assertThat(sent)
        .extracting(Execution::sql)
        .containsExactly(
            "SELECT acme.user_account.id, acme.user_account.name FROM acme.user_account"
                + " WHERE acme.user_account.name = ?",
            "SELECT \"O\"\"Hara Ltd\".user_account.id, \"O\"\"Hara Ltd\".user_account.name"
                + " FROM \"O\"\"Hara Ltd\".user_account"
                + " WHERE \"O\"\"Hara Ltd\".user_account.name = ?");
  }

  @Test
  void keepsTheRowsOfTenantsApart() {
    tenant(ACME).execute(insert(USER).columns(USER_NAME).values("ada"));
    tenant(QUOTED).execute(insert(USER).columns(USER_NAME).values("bob"));

    assertThat(tenant(ACME).execute(select(USER_NAME))).containsExactly("ada");
    assertThat(tenant(QUOTED).execute(select(USER_NAME))).containsExactly("bob");
  }

  @Test
  void translatesTablesWhereverTheyStand() {
    Cte<?> known = select(USER_ID).where(USER_EMAIL.isNotNull()).cte("known");
    var counted = select(USER_NAME).where(USER_ID.in(select(known.c("id", SqlTypes.BIGINT))));

    assertThat(acme(counted))
        .isEqualTo(
            "WITH known AS (SELECT acme.user_account.id FROM acme.user_account WHERE"
                + " acme.user_account.email IS NOT NULL) SELECT acme.user_account.name FROM"
                + " acme.user_account WHERE acme.user_account.id IN (SELECT known.id FROM known)");
    assertThat(acme(select(USER_NAME).join(ADDRESS)))
        .isEqualTo(
            "SELECT acme.user_account.name FROM acme.user_account JOIN acme.address"
                + " ON acme.address.user_id = acme.user_account.id");
  }

  @Test
  void translatesWhatWrites() {
    assertThat(acme(insert(USER).columns(USER_NAME).values("ada").returning(USER_ID)))
        .isEqualTo("INSERT INTO acme.user_account (name) VALUES (?) RETURNING id");
    assertThat(acme(update(USER).set(USER_NAME, "eve").where(USER_ID.eq(1L))))
        .isEqualTo("UPDATE acme.user_account SET name = ? WHERE id = ?");
    assertThat(acme(delete(USER).where(USER_ID.eq(1L))))
        .isEqualTo("DELETE FROM acme.user_account WHERE id = ?");
    assertThat(
            acme(
                merge(USER)
                    .using(ADDRESS, USER_ID.eq(ADDRESS.c("user_id", SqlTypes.BIGINT)))
                    .whenMatched()
                    .delete()))
        .startsWith("MERGE INTO acme.user_account USING acme.address ON ");
  }

  @Test
  void letsAConnectionAndAStatementNameAnotherTenant() {
    tenant(QUOTED).execute(insert(USER).columns(USER_NAME).values("bob"));
    try (Connection connection = tenant(ACME).connect()) {
      var names = select(USER_NAME);

      assertThat(connection.execute(names).all()).isEmpty();
      assertThat(connection.execute(names, options -> options.schemas(QUOTED)).all())
          .containsExactly("bob");
      connection.options(options -> options.schemas(QUOTED));
      assertThat(connection.execute(names).all()).containsExactly("bob");
    }
  }

  @Test
  void exchangesSchemasAndTakesThemAway() {
    Table left = USER.withName(new QualifiedName("one", "t"));
    Table right = USER.withName(new QualifiedName("two", "t"));
    var both = select(left.c("id", SqlTypes.BIGINT)).crossJoin(right);
    Map<String, String> exchanged = new HashMap<>(Map.of("one", "two", "two", "one"));
    var compiled = engine.dialect().compile(both);

    String text = compiled.sql(SchemaTranslation.of(exchanged), engine.dialect().quoter());
    String bare =
        compiled.sql(SchemaTranslation.of("one", null).and("two", "x"), engine.dialect().quoter());

    assertThat(compiled.sql()).isEqualTo("SELECT one.t.id FROM one.t CROSS JOIN two.t");
    assertThat(text).isEqualTo("SELECT two.t.id FROM two.t CROSS JOIN one.t");
    assertThat(bare).isEqualTo("SELECT t.id FROM t CROSS JOIN x.t");
  }

  @Test
  void createsAndDropsForATenantWhatIsMissingOrThere() {
    tenant(ACME).createMissing(SHOP);
    database.run("DROP TABLE acme.address");

    tenant(ACME).createMissing(SHOP);

    assertThat(
            database.query(
                "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint"
                    + " WHERE contype = 'f' AND connamespace = 'acme'::regnamespace"))
        .containsExactly(List.of("acme.address", "acme.user_account"));
    tenant(ACME).dropExisting(SHOP);
    tenant(ACME).dropExisting(SHOP);
    assertThat(database.query("SELECT 1 FROM pg_class WHERE relnamespace = 'acme'::regnamespace"))
        .isEmpty();
    assertThat(tenant(QUOTED).execute(select(USER_NAME))).isEmpty();
  }

  @Test
  void translatesReflectedTablesAndSequences() {
    database.run("CREATE SEQUENCE acme.numbers");
    SchemaTranslation moved = SchemaTranslation.of("acme", "copy");
    database.run("DROP SCHEMA IF EXISTS copy CASCADE; CREATE SCHEMA copy");

    tenant(moved).createAll(in("acme"));

    MetaData copy = in("copy");
    assertThat(copy.tables())
        .extracting(one -> one.name().toString())
        .containsExactly("copy.address", "copy.user_account");
    assertThat(copy.sequences())
        .extracting(Sequence::name)
        .containsExactly(new QualifiedName("copy", "numbers"));
    assertThat(copy.tables().get(0).foreignKeys().get(0).target().schema()).isEqualTo("copy");
  }

  private MetaData in(String schema) {
    try (Connection connection = engine.connect()) {
      MetaData all = connection.inspector().reflect(ReflectOptions.of("public"));
      return MetaData.ofTables(
              all.tables().stream().filter(one -> schema.equals(one.name().schema())).toList())
          .withSequences(
              all.sequences().stream().filter(one -> schema.equals(one.name().schema())).toList());
    }
  }

  @Test
  void refusesAViewWhoseTextWouldReadAnotherSchema() {
    View names =
        new View(
            QualifiedName.of("names"),
            "SELECT name FROM user_account",
            List.of(),
            Map.of(),
            null,
            null);
    try (Connection connection = tenant(ACME).connect()) {
      assertThatThrownBy(() -> connection.execute(new ViewDdl.CreateView(names)))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("SQL-UNSUPPORTED-STATEMENT")
          .hasMessageContaining("\"names\"")
          .hasMessageContaining("\"acme.names\"");
      assertThatThrownBy(() -> connection.execute(new ViewDdl.DropView(names.name(), false)))
          .isInstanceOf(CompileException.class);
    }
  }

  @Test
  void refusesAnEmptyName() {
    assertThatThrownBy(() -> SchemaTranslation.ofDefault(""))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("SCHEMA-INVALID-NAME");
  }

  @Test
  void leavesSqlTextAlone() {
    tenant(ACME).execute("SELECT count(*) FROM acme.user_account");

    assertThat(sent.get(0).sql()).isEqualTo("SELECT count(*) FROM acme.user_account");
  }
}
