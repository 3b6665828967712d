package org.aludel.dialect.postgresql;

import static org.aludel.dialect.postgresql.RoundTrip.createsItsEqual;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.schema.Grant;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may do what: policies, privileges, default privileges; and what watches the database. */
@Tag("servers")
@PostgresTest(judge = true, perMethod = true)
class PrivilegeRoundTripTest {
  private static final String ROLES =
      """
      DO $$ BEGIN CREATE ROLE reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
      DO $$ BEGIN CREATE ROLE "Writer X"; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
      """;

  @Test
  void policies(TestDatabase database) {
    createsItsEqual(
        database,
        ROLES
            + """
            CREATE SCHEMA s;
            CREATE TABLE s.t (id int, owner name);
            CREATE TABLE shared (id int);
            ALTER TABLE s.t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY everything ON s.t;
            CREATE POLICY own ON s.t AS RESTRICTIVE FOR SELECT TO reader, "Writer X"
              USING (owner = CURRENT_USER OR id IN (SELECT id FROM shared));
            CREATE POLICY adds ON s.t FOR INSERT WITH CHECK (id > 0);
            CREATE POLICY "Changes" ON s.t FOR UPDATE USING (true) WITH CHECK (id < 9);
            CREATE POLICY removes ON s.t FOR DELETE TO CURRENT_USER USING (id = 1);
            COMMENT ON POLICY own ON s.t IS 'own';
            """);
  }

  @Test
  void privileges(TestDatabase database) {
    createsItsEqual(
        database,
        ROLES
            + """
            CREATE SCHEMA s;
            GRANT USAGE ON SCHEMA s TO reader; GRANT ALL ON SCHEMA s TO "Writer X";
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            GRANT CREATE ON SCHEMA public TO reader WITH GRANT OPTION;
            CREATE TABLE s.t (id serial, name text);
            GRANT SELECT, INSERT ON s.t TO reader;
            GRANT ALL ON s.t TO "Writer X" WITH GRANT OPTION;
            GRANT SELECT (id), UPDATE (id, name) ON s.t TO PUBLIC;
            GRANT USAGE ON SEQUENCE s.t_id_seq TO reader;
            CREATE TABLE own (x int); REVOKE DELETE, TRUNCATE ON own FROM CURRENT_USER;
            CREATE TABLE nobody (x int); REVOKE ALL ON nobody FROM CURRENT_USER;
            CREATE VIEW v AS SELECT * FROM s.t; GRANT SELECT ON v TO PUBLIC;
            CREATE MATERIALIZED VIEW m AS SELECT 1 AS x; GRANT SELECT ON m TO reader;
            CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
            REVOKE ALL ON FUNCTION f(int) FROM PUBLIC; GRANT EXECUTE ON FUNCTION f(int) TO reader;
            CREATE PROCEDURE p() LANGUAGE sql AS ''; REVOKE ALL ON PROCEDURE p() FROM PUBLIC;
            CREATE AGGREGATE a(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0'); GRANT ALL ON FUNCTION a() TO reader;
            CREATE DOMAIN d AS int; REVOKE USAGE ON DOMAIN d FROM PUBLIC;
            CREATE TYPE e AS ENUM ('a'); GRANT USAGE ON TYPE e TO reader;
            CREATE TYPE c AS (x int); REVOKE ALL ON TYPE c FROM PUBLIC;
            CREATE TABLE part (x int) PARTITION BY LIST (x);
            CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1); GRANT SELECT ON part1 TO reader;
            """);
  }

  @Test
  void defaultPrivileges(TestDatabase database) {
    createsItsEqual(
        database,
        ROLES
            + """
            CREATE SCHEMA s;
            CREATE TABLE t (x int);
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
            ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
            ALTER DEFAULT PRIVILEGES FOR ROLE reader IN SCHEMA s
              GRANT USAGE ON SEQUENCES TO "Writer X" WITH GRANT OPTION;
            ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT ALL ON TABLES TO reader;
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader;
            ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO reader;
            ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
            """);
  }

  @Test
  void eventTriggersPublicationsAndServers(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA s;
        CREATE TABLE s.t (id int, x text); CREATE TABLE u (id int);
        CREATE FUNCTION s.et() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER "On End" ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')
          EXECUTE FUNCTION s.et();
        CREATE EVENT TRIGGER off ON sql_drop EXECUTE FUNCTION s.et();
        ALTER EVENT TRIGGER off DISABLE;
        COMMENT ON EVENT TRIGGER off IS 'off';
        CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, delete');
        CREATE PUBLICATION chosen FOR TABLE
          s.t (id) WHERE (id > 5), -- since 15
          u WITH (publish_via_partition_root);
        CREATE PUBLICATION "By Schema" FOR TABLES IN SCHEMA s; -- since 15
        CREATE PUBLICATION nothing WITH (publish = '');
        COMMENT ON PUBLICATION chosen IS 'some';
        CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'it''s');
        CREATE SERVER srv TYPE 'x' VERSION '2' FOREIGN DATA WRAPPER w OPTIONS (host 'h');
        GRANT USAGE ON FOREIGN SERVER srv TO PUBLIC;
        GRANT USAGE ON FOREIGN DATA WRAPPER w TO PUBLIC;
        COMMENT ON SERVER srv IS 'srv';
        """);
  }

  @Test
  void onlyWhatDiffersFromANewObjectIsAGrant(TestDatabase database) {
    database.run(
        ROLES
            + "CREATE TABLE t (x int); GRANT SELECT ON t TO reader; CREATE TABLE usual (x int);"
            + " GRANT SELECT ON usual TO reader; REVOKE SELECT ON usual FROM reader;"
            + " REVOKE INSERT ON t FROM CURRENT_USER; GRANT UPDATE ON t TO PUBLIC");
    ObjectReference t = ObjectReference.table(QualifiedName.of("t"));

    assertThat(Reflection.of(database).grants())
        .isEqualTo(
            List.of(
                new Grant(
                    t,
                    Grant.Grantee.everybody(),
                    Grant.Action.GRANT,
                    new TreeSet<>(Set.of("UPDATE"))),
                new Grant(
                    t, Grant.Grantee.owner(), Grant.Action.REVOKE, new TreeSet<>(Set.of("INSERT"))),
                new Grant(
                    t,
                    Grant.Grantee.role("reader"),
                    Grant.Action.GRANT,
                    new TreeSet<>(Set.of("SELECT")))));
  }
}
