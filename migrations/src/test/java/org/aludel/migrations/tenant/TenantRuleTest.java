package org.aludel.migrations.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TenantRuleTest {
  private static final TenantRule RULE = new TenantRule(Set.of("tenant_a", "Tenant B"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE tenant_a.person (id integer)",
        "CREATE TABLE TENANT_A . person (id integer)",
        "SELECT count(*) FROM \"Tenant B\".person",
        "CREATE VIEW v AS SELECT * FROM tenant_a.person",
        "SELECT nextval('tenant_a.person_seq')",
        "DO $$ BEGIN UPDATE tenant_a.person SET x = 1; END $$",
        "SELECT * FROM U&\"tenant\\005fa\".person",
        "SELECT nextval(E'tenant\\x5fa.person_seq')",
        "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $f$ SELECT 1 FROM tenant_a.p $f$",
        "GRANT USAGE ON SCHEMA tenant_a TO reader"
      })
  void findsTheSchemaOfATenant(String sql) {
    assertThat(RULE.escape(sql)).get().asString().contains("of a tenant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE shared.person (id integer)",
        "CREATE TABLE IF NOT EXISTS public.person (id integer)",
        "ALTER TABLE ONLY shared.person ADD x integer",
        "DROP VIEW shared.v",
        "INSERT INTO shared.person VALUES (1)",
        "UPDATE shared.person SET x = 1",
        "UPDATE ONLY shared.person SET x = 1",
        "DELETE FROM shared.person",
        "TRUNCATE TABLE shared.person",
        "TRUNCATE person, shared.person",
        "DROP TABLE IF EXISTS person, ONLY_MINE, shared.person CASCADE",
        "ALTER TABLE person SET SCHEMA shared",
        "WITH gone AS (DELETE FROM shared.person RETURNING id) SELECT * FROM gone",
        "CREATE INDEX i ON shared.person (id)",
        "CREATE TRIGGER t BEFORE INSERT ON shared.person EXECUTE FUNCTION f()",
        "COMMENT ON TABLE shared.person IS 'x'",
        "GRANT SELECT ON TABLE shared.person TO reader",
        "DO $$ BEGIN DROP TABLE shared.person; END $$",
        "MERGE INTO shared.person p USING x ON p.id = x.id WHEN MATCHED THEN DELETE",
        "COPY shared.person FROM stdin",
        "SELECT * INTO shared.copy FROM person",
        "WITH x AS (SELECT 1) SELECT * INTO TEMPORARY TABLE shared.copy FROM x",
        "GRANT SELECT ON person, shared.person TO reader",
        "GRANT EXECUTE ON FUNCTION f(integer, text), shared.g(text) TO reader",
        "REVOKE ALL ON TABLE person, pet, shared.person FROM reader",
        "GRANT SELECT ON ALL TABLES IN SCHEMA shared TO reader",
        "COMMENT ON COLUMN shared.person.name IS 'x'",
        "COMMENT ON CONSTRAINT c ON shared.person IS 'x'",
        "CREATE STATISTICS s ON a, b FROM shared.person",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY shared.v",
        "CLUSTER shared.person USING i",
        "REINDEX INDEX CONCURRENTLY shared.i",
        "REINDEX (VERBOSE, CONCURRENTLY true) TABLE shared.person",
        "CREATE RULE r AS ON INSERT TO shared.person DO INSTEAD NOTHING",
        "ALTER TABLE person ATTACH PARTITION shared.person FOR VALUES IN (1)",
        "CREATE TABLE part PARTITION OF shared.person FOR VALUES IN (1)",
        "CREATE TABLE text.person (id integer)",
        "CREATE OPERATOR CLASS shared.c FOR TYPE integer USING btree AS STORAGE integer",
        "SECURITY LABEL FOR x ON TABLE shared.person IS 'y'",
        "DO $$ BEGIN EXECUTE 'DROP TABLE shared.person'; END $$",
        "CREATE TABLE person (id integer); DROP TABLE shared.person",
        "CREATE FUNCTION shared.f() RETURNS integer LANGUAGE sql RETURN 1"
      })
  void findsATargetElsewhere(String sql) {
    assertThat(RULE.escape(sql)).get().asString().contains("the target");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET search_path = public",
        "SET LOCAL search_path TO public",
        "SET SCHEMA 'public'",
        "SET LOCAL SCHEMA 'tenant_a'",
        "DO $$ BEGIN SET SCHEMA 'tenant_a'; END $$",
        "SET \"search_path\" = public",
        "SELECT set_config('SEARCH_PATH', 'public', false)",
        "SELECT set_config('search_path', 'public', false)",
        "DO $$ BEGIN SET LOCAL search_path = public; END $$",
        "RESET ALL",
        "CREATE TABLE person (id integer); SET search_path = public",
        "CREATE TABLE person (id integer); RESET ALL",
        "DO $$ BEGIN EXECUTE 'SET search_path = public'; END $$",
        "ALTER ROLE app SET search_path = public"
      })
  void findsAChangeOfTheSearchPath(String sql) {
    assertThat(RULE.escape(sql)).get().asString().contains("search path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE SCHEMA other",
        "DROP SCHEMA other CASCADE",
        "CREATE EXTENSION IF NOT EXISTS hstore",
        "CREATE ROLE reader",
        "DROP OWNED BY app CASCADE",
        "REASSIGN OWNED BY app TO other",
        "ALTER SYSTEM SET work_mem = '1GB'",
        "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()",
        "GRANT CREATE ON DATABASE shop TO reader",
        "GRANT USAGE ON SCHEMA shared TO reader",
        "GRANT reader TO app",
        "REVOKE reader FROM app",
        "GRANT USAGE ON LANGUAGE plpgsql TO reader",
        "GRANT USAGE ON FOREIGN SERVER elsewhere TO reader",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA shared GRANT SELECT ON TABLES TO reader",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader",
        "IMPORT FOREIGN SCHEMA far FROM SERVER elsewhere INTO shared",
        "COMMENT ON ROLE app IS 'x'"
      })
  void findsAChangeOfTheDatabase(String sql) {
    assertThat(RULE.escape(sql)).get().asString().contains("whole database");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE person (id integer REFERENCES shared.country (id) ON DELETE CASCADE)",
        "ALTER TABLE person ADD CONSTRAINT c FOREIGN KEY (x) REFERENCES shared.country ON UPDATE"
            + " CASCADE",
        "INSERT INTO person SELECT id FROM shared.country",
        "UPDATE person SET x = country.name FROM shared.country WHERE country.id = person.id",
        "CREATE VIEW v AS SELECT p.id FROM person p JOIN shared.country c ON c.id = p.country",
        "CREATE INDEX i ON person (lower(name))",
        "CREATE TRIGGER t BEFORE UPDATE OF name ON person FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE FUNCTION f() RETURNS integer LANGUAGE sql SET search_path = pg_catalog RETURN 1",
        "CREATE TYPE mood AS ENUM ('tenant_a', 'b')",
        "COMMENT ON TABLE person IS 'for tenant_a and others'",
        "-- tenant_a.person\nCREATE TABLE person (id integer)",
        "CREATE TEMPORARY TABLE pg_temp.t (id integer)",
        "SELECT p.id FROM person p FOR UPDATE",
        "INSERT INTO person VALUES (1) ON CONFLICT (id) DO UPDATE SET x = 1",
        "ALTER TABLE person ALTER COLUMN x SET DEFAULT shared.f()",
        "SET LOCAL lock_timeout = '5s'",
        "DROP TABLE person, pet",
        "COMMENT ON COLUMN person.name IS 'x'",
        "COMMENT ON CONSTRAINT c ON person IS 'x'",
        "GRANT SELECT ON person, pet TO reader, writer",
        "GRANT SELECT (id, name), UPDATE (name) ON TABLE person TO reader",
        "GRANT EXECUTE ON FUNCTION f(integer, shared.mood) TO reader",
        "SELECT shared.f(1)",
        "DO $$ DECLARE r record; BEGIN SELECT 1 AS x INTO r.x; END $$",
        "CREATE STATISTICS s ON a, b FROM person",
        "CREATE TABLE person (id integer); CREATE INDEX i ON person (id);",
        "CREATE FUNCTION f() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
        "ALTER SEQUENCE s OWNED BY person.id",
        "CREATE TABLE server (id integer, role text)",
        "DROP TABLE IF EXISTS publication",
        "CREATE TABLE part PARTITION OF person FOR VALUES IN (1)",
        "ALTER TABLE person ATTACH PARTITION part DEFAULT",
        "INSERT INTO person (id) SELECT count(*) FROM shared.country",
        "COPY (SELECT id FROM shared.country) TO stdout",
        "ALTER TABLE person RENAME COLUMN name TO title",
        "DROP FUNCTION f(integer, shared.mood)",
        "TRUNCATE person, pet",
        "RESET lock_timeout",
        "SELECT E'it\\'s tenant_a', $x$ and $y$ $x$ /* tenant_a.person /* nested */ tenant_a.x */"
      })
  void staysSilentAboutWhatIsTheTenantsOwn(String sql) {
    assertThat(RULE.escape(sql)).isEmpty();
  }
}
