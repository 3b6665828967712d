package org.aludel.dialect.postgresql;

import static org.aludel.dialect.postgresql.RoundTrip.createsItsEqual;

import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What old and large databases are made of: kinds that need each other in unusual ways. */
@Tag("servers")
@PostgresTest(judge = true, perMethod = true)
class DifficultSchemaTest {
  @Test
  void partitionsInOtherSchemas(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA parts; CREATE SCHEMA "Old Parts";
        CREATE TABLE event (id bigint, at timestamptz NOT NULL, kind text DEFAULT 'a', n int,
          CONSTRAINT event_pk PRIMARY KEY (id, at, kind), CONSTRAINT n_positive CHECK (n > 0))
          PARTITION BY RANGE (at);
        CREATE TABLE parts.event_2024 PARTITION OF event
          FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (kind);
        CREATE TABLE "Old Parts"."event_2024_A" PARTITION OF parts.event_2024 FOR VALUES IN ('a', 'b');
        CREATE TABLE parts.event_2024_rest PARTITION OF parts.event_2024 DEFAULT;
        CREATE TABLE parts.event_rest PARTITION OF event (n DEFAULT 5) DEFAULT;
        CREATE INDEX event_kind ON event (kind, lower(kind)) WHERE n > 3;
        CREATE INDEX own ON parts.event_rest (n);
        ALTER TABLE parts.event_rest ALTER kind SET DEFAULT 'rest';
        CREATE TABLE ref (event_id bigint, event_at timestamptz, kind text,
          FOREIGN KEY (event_id, event_at, kind) REFERENCES event (id, at, kind) ON DELETE CASCADE);
        CREATE TABLE hashed (id int PRIMARY KEY, x text) PARTITION BY HASH (id);
        CREATE TABLE hashed_0 PARTITION OF hashed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
        CREATE TABLE hashed_1 PARTITION OF hashed FOR VALUES WITH (MODULUS 2, REMAINDER 1);
        CREATE TABLE by_expression (a text, b date) PARTITION BY RANGE (lower(a) COLLATE "C", b);
        CREATE TABLE by_expression_1 PARTITION OF by_expression
          FOR VALUES FROM (MINVALUE, MINVALUE) TO ('m', MAXVALUE);
        CREATE UNIQUE INDEX ON hashed (id, x);
        COMMENT ON TABLE parts.event_rest IS 'rest';
        COMMENT ON INDEX event_kind IS 'kinds';
        """);
  }

  @Test
  void partitionsWithColumnsInAnotherOrder(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE TABLE whole (a int NOT NULL, b text, c date) PARTITION BY LIST (a);
        CREATE TABLE part (gone int, c date, b text, a int NOT NULL);
        ALTER TABLE part DROP COLUMN gone;
        ALTER TABLE whole ATTACH PARTITION part FOR VALUES IN (1, 2);
        CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER on_whole AFTER INSERT ON whole FOR EACH ROW EXECUTE FUNCTION tf();
        CREATE TRIGGER on_part BEFORE INSERT ON part FOR EACH ROW EXECUTE FUNCTION tf();
        ALTER TABLE part DISABLE TRIGGER on_whole;
        ALTER TABLE whole ENABLE ROW LEVEL SECURITY;
        CREATE POLICY p ON whole USING (a > 0);
        CREATE POLICY q ON part USING (b <> '');
        GRANT SELECT ON part TO PUBLIC;
        GRANT UPDATE (b) ON whole TO PUBLIC;
        """);
  }

  @Test
  void inheritanceOfSeveralParents(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE TABLE base (id int NOT NULL, note text DEFAULT 'base', CHECK (id > 0));
        CREATE TABLE other (id int NOT NULL, more text);
        CREATE TABLE child (note text DEFAULT 'child', own int, CHECK (own < 5)) INHERITS (base, other);
        CREATE TABLE grandchild () INHERITS (child);
        ALTER TABLE base ADD CONSTRAINT mine CHECK (note <> 'x') NO INHERIT;
        ALTER TABLE ONLY base ADD CONSTRAINT base_pk PRIMARY KEY (id);
        ALTER TABLE ONLY grandchild ALTER own SET DEFAULT 3;
        CREATE TABLE late (id int NOT NULL, note text, own int, CONSTRAINT base_id_check CHECK (id > 0));
        ALTER TABLE late INHERIT base;
        COMMENT ON COLUMN child.note IS 'of child';
        """);
  }

  @Test
  void generatedColumnsAndChecksThatCallFunctions(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA lib;
        CREATE TYPE lib.pair AS (a int, b text);
        CREATE FUNCTION lib.twice(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
        CREATE FUNCTION lib.twice(x text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1 || $1';
        CREATE FUNCTION lib.ok(VARIADIC x int[]) RETURNS boolean LANGUAGE sql IMMUTABLE
          AS 'SELECT true';
        CREATE DOMAIN lib.even AS int[] CHECK (array_length(VALUE, 1) % 2 = 0)
          CONSTRAINT no_null CHECK (array_position(VALUE, NULL) IS NULL) DEFAULT '{1,2}';
        CREATE DOMAIN lib.named AS lib.pair CHECK ((VALUE).a > 0) NOT NULL;
        CREATE TABLE t (
          a int DEFAULT lib.twice(4),
          b int GENERATED ALWAYS AS (lib.twice(a)) STORED,
          c lib.even, d lib.named, e lib.pair DEFAULT ROW(1, 'x'), f lib.pair[],
          CHECK (lib.ok(a, 1, 2)));
        CREATE INDEX by_function ON t (lib.twice(a), (lib.twice('x') COLLATE "C") DESC NULLS LAST);
        CREATE TABLE holder (whole t, several t[]);
        CREATE FUNCTION rows_of() RETURNS SETOF t LANGUAGE sql STABLE AS 'SELECT * FROM t';
        CREATE VIEW from_function AS SELECT r.a, (r.e).b AS inner_b FROM rows_of() r;
        """);
  }

  @Test
  void viewsOverViewsWithRulesAndTriggers(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE TABLE item (id int PRIMARY KEY, name text, price numeric(10,2));
        CREATE VIEW cheap AS SELECT * FROM item WHERE price < 10 WITH LOCAL CHECK OPTION;
        CREATE VIEW cheaper WITH (security_barrier) AS SELECT id, name FROM cheap WHERE price < 5;
        CREATE VIEW grouped AS SELECT id, name, price, count(*) FROM item GROUP BY id;
        CREATE RECURSIVE VIEW numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 9;
        CREATE FUNCTION instead() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER io INSTEAD OF INSERT OR UPDATE ON grouped FOR EACH ROW
          EXECUTE FUNCTION instead();
        CREATE RULE no_delete AS ON DELETE TO cheaper DO INSTEAD NOTHING;
        CREATE RULE log AS ON UPDATE TO item WHERE NEW.price <> OLD.price
          DO ALSO (DELETE FROM item WHERE id < 0; SELECT 1);
        ALTER VIEW cheap ALTER COLUMN name SET DEFAULT 'none';
        CREATE MATERIALIZED VIEW totals AS SELECT name, sum(price) AS total FROM item GROUP BY name
          WITH NO DATA;
        CREATE UNIQUE INDEX ON totals (name);
        CREATE VIEW over_totals AS SELECT t.total FROM totals t;
        COMMENT ON COLUMN over_totals.total IS 'sum';
        GRANT SELECT (id) ON cheaper TO PUBLIC;
        CREATE VIEW "Strange ""View""\" ("select", "Ünï") AS SELECT 1, 'a'::text;
        CREATE VIEW empty_view AS SELECT;
        """);
  }

  @Test
  void routinesOfEveryShape(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE TYPE status AS ENUM ('on', 'off');
        CREATE TABLE log (id int, s status);
        CREATE FUNCTION out_args(a int, OUT b int, INOUT c text DEFAULT 'x') LANGUAGE sql
          AS 'SELECT 1, ''y''';
        CREATE FUNCTION as_table(s status DEFAULT 'on') RETURNS TABLE (id int, "Name" text)
          LANGUAGE sql ROWS 7 COST 3 PARALLEL SAFE LEAKPROOF STRICT AS 'SELECT 1, ''a''';
        CREATE FUNCTION typed(x log.id%TYPE) RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE FUNCTION body(a int) RETURNS int LANGUAGE sql IMMUTABLE -- since 14
          BEGIN ATOMIC SELECT a + (SELECT count(*) FROM log)::int; END; -- since 14
        CREATE FUNCTION short(a int) RETURNS int LANGUAGE sql RETURN a + 1; -- since 14
        CREATE PROCEDURE proc(IN a int, INOUT b text) LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = pg_catalog, public SET work_mem = '5MB'
          AS $body$ BEGIN b := 'it''s $$ here'; END $body$;
        CREATE FUNCTION poly(VARIADIC anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1[1]';
        CREATE FUNCTION compat(anycompatible, anycompatible) RETURNS anycompatible LANGUAGE sql
          AS 'SELECT $1';
        CREATE FUNCTION step(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE
          AS 'SELECT $1 + $2';
        CREATE AGGREGATE total(numeric) (SFUNC = step, STYPE = numeric, INITCOND = '0',
          PARALLEL = SAFE, COMBINEFUNC = step);
        CREATE AGGREGATE ordered(float8 ORDER BY anyelement) (
          SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final,
          FINALFUNC_EXTRA);
        CREATE FUNCTION "Quoted Name"("Arg" int) RETURNS int LANGUAGE sql AS 'SELECT "Arg"';
        REVOKE EXECUTE ON FUNCTION typed(int) FROM PUBLIC;
        COMMENT ON AGGREGATE total(numeric) IS 'total';
        COMMENT ON PROCEDURE proc(int, text) IS 'proc';
        """);
  }

  @Test
  void namesThatMeanSomethingElse(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA "information";
        CREATE TABLE "user" ("select" int, "from" text, "a.b" int, "c""d" int, "x y" int,
          "ctid_" int, " lead" int, "trail " int, "Ünïcödé" int, "$1" int, "a\\b" int);
        CREATE TABLE "Table" ("Id" int PRIMARY KEY, "id" int UNIQUE);
        CREATE TABLE "information"."user" ("order" int REFERENCES "Table" ("Id"));
        CREATE INDEX "Index ""Q""\" ON "user" ("a.b", ("c""d" + 1)) WHERE "select" > 0;
        CREATE SEQUENCE "seq.with.dots" OWNED BY "user"."x y";
        ALTER TABLE "user" ALTER "x y" SET DEFAULT nextval('"seq.with.dots"');
        CREATE TYPE "type" AS ENUM ('"', '''', '\\', E'\\n', ' ', '$$');
        CREATE TABLE "int4" (a "type" DEFAULT '''', "int4" int4);
        CREATE TABLE text (text text, date date, "timestamp" timestamp);
        CREATE VIEW "current_user" AS SELECT "select" AS "Select", "from" FROM "user";
        COMMENT ON TABLE "user" IS E'line\\nbreak ''quoted'' \\\\ back $$ dollar /* c */ -- d';
        COMMENT ON COLUMN "user"."c""d" IS '""';
        ALTER TABLE "Table" ADD CONSTRAINT "a constraint, named" CHECK ("id" <> 0);
        """);
  }

  @Test
  void keysOfEveryKind(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE EXTENSION btree_gist;
        CREATE TABLE a (id int, tenant int, code text COLLATE "C" NOT NULL,
          PRIMARY KEY (tenant, id) INCLUDE (code),
          UNIQUE (code, id) DEFERRABLE INITIALLY DEFERRED);
        CREATE UNIQUE INDEX a_code ON a (tenant, code);
        ALTER TABLE a REPLICA IDENTITY USING INDEX a_code;
        CREATE TABLE b (id int GENERATED ALWAYS AS IDENTITY, tenant int, a_id int, up int,
          PRIMARY KEY (id),
          FOREIGN KEY (tenant, a_id) REFERENCES a (tenant, id) MATCH FULL
            ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE,
          FOREIGN KEY (up) REFERENCES b ON DELETE RESTRICT);
        ALTER TABLE b ADD CONSTRAINT later FOREIGN KEY (tenant, a_id) REFERENCES a (tenant, id)
          NOT VALID;
        ALTER TABLE b ADD CONSTRAINT "some" CHECK (tenant > 0) NOT VALID;
        CREATE TABLE c (id int PRIMARY KEY, d_id int, during tstzrange, room int,
          EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room IS NOT NULL)
            DEFERRABLE INITIALLY IMMEDIATE);
        CREATE TABLE d (id int PRIMARY KEY, c_id int REFERENCES c);
        ALTER TABLE c ADD FOREIGN KEY (d_id) REFERENCES d ON DELETE SET NULL;
        CREATE INDEX ON c USING brin (id) WITH (pages_per_range = 8, autosummarize = on);
        CREATE INDEX ON a USING hash (code);
        CREATE INDEX pattern ON a (code text_pattern_ops DESC, tenant) INCLUDE (id);
        CREATE STATISTICS s (dependencies, mcv) ON tenant, code FROM a;
        CREATE STATISTICS n (ndistinct) ON tenant, id FROM a;
        ALTER TABLE a ALTER code SET STATISTICS 500;
        ALTER STATISTICS s SET STATISTICS 50;
        ALTER TABLE a CLUSTER ON a_code;
        """);
  }

  @Test
  void privilegesPassedOn(TestDatabase database) {
    createsItsEqual(
        database,
        """
        DO $$ BEGIN CREATE ROLE "Reader 1"; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        DO $$ BEGIN CREATE ROLE writer_1; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        CREATE SCHEMA private;
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        GRANT USAGE ON SCHEMA private TO "Reader 1" WITH GRANT OPTION;
        CREATE TABLE private.t (a int, b int, c int);
        GRANT SELECT (a), UPDATE (b, c) ON private.t TO "Reader 1";
        GRANT SELECT (a) ON private.t TO writer_1 WITH GRANT OPTION;
        GRANT ALL ON private.t TO writer_1;
        REVOKE ALL ON private.t FROM CURRENT_USER;
        CREATE SEQUENCE private.q; GRANT USAGE ON SEQUENCE private.q TO PUBLIC;
        CREATE TYPE private.e AS ENUM ('a'); REVOKE USAGE ON TYPE private.e FROM PUBLIC;
        GRANT USAGE ON TYPE private.e TO writer_1;
        CREATE FUNCTION private.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
        REVOKE ALL ON FUNCTION private.f() FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION private.f() TO "Reader 1" WITH GRANT OPTION;
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO "Reader 1";
        ALTER DEFAULT PRIVILEGES IN SCHEMA private REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
        ALTER TABLE private.t ENABLE ROW LEVEL SECURITY;
        ALTER TABLE private.t FORCE ROW LEVEL SECURITY;
        CREATE POLICY only_own ON private.t AS RESTRICTIVE FOR UPDATE TO "Reader 1", writer_1
          USING (a = 1) WITH CHECK (b > (SELECT max(c) FROM private.t));
        """);
  }

  /** Bodies name the schema: from 17 on a materialized view is filled without a search path. */
  @Test
  void objectsThatNeedEachOtherAcrossKinds(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE TYPE color AS ENUM ('red');
        CREATE FUNCTION default_color() RETURNS color LANGUAGE sql AS 'SELECT ''red''::public.color';
        CREATE TABLE car (id int PRIMARY KEY, c color DEFAULT default_color());
        CREATE VIEW red_cars AS SELECT * FROM car WHERE c = default_color();
        CREATE FUNCTION count_red() RETURNS bigint LANGUAGE sql STABLE
          AS 'SELECT count(*) FROM public.red_cars';
        CREATE TABLE stat (n bigint DEFAULT count_red(), v red_cars);
        CREATE FUNCTION of_view(r red_cars) RETURNS int LANGUAGE sql AS 'SELECT ($1).id';
        CREATE VIEW computed AS SELECT of_view(r.*) AS x FROM red_cars r;
        CREATE MATERIALIZED VIEW m AS SELECT x FROM computed;
        CREATE FUNCTION check_m(int) RETURNS boolean LANGUAGE sql IMMUTABLE
          AS 'SELECT EXISTS (SELECT FROM public.m)';
        CREATE DOMAIN checked AS int CHECK (check_m(VALUE));
        CREATE TABLE last (c checked, EXCLUDE USING btree (c WITH =));
        CREATE FUNCTION same(color, color) RETURNS boolean LANGUAGE sql IMMUTABLE
          AS 'SELECT $1 = $2';
        CREATE FUNCTION other(color, color) RETURNS boolean LANGUAGE sql IMMUTABLE
          AS 'SELECT $1 <> $2';
        CREATE OPERATOR === (LEFTARG = color, RIGHTARG = color, FUNCTION = same,
          COMMUTATOR = ===, NEGATOR = !==);
        CREATE OPERATOR !== (LEFTARG = color, RIGHTARG = color, FUNCTION = other,
          COMMUTATOR = !==, NEGATOR = ===);
        CREATE VIEW by_operator AS SELECT id FROM car WHERE c === 'red';
        CREATE CAST (color AS int) WITH FUNCTION car_number(color);
        """
            .replace(
                "CREATE CAST",
                "CREATE FUNCTION car_number(color) RETURNS int LANGUAGE sql IMMUTABLE"
                    + " AS 'SELECT 1';\nCREATE CAST"));
  }
}
