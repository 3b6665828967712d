package org.aludel.dialect.postgresql;

import static org.aludel.dialect.postgresql.RoundTrip.createsItsEqual;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.aludel.reflect.ReflectOptions;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.value.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The oldest server in each build: what its catalogue has otherwise than newer ones. All servers
 * and all tests of the catalogue are in {@code -Pservers}.
 */
@PostgresTest(version = 13, perMethod = true)
class OldestServerTest {
  private static final String SHOP =
      """
      CREATE SCHEMA s;
      CREATE EXTENSION hstore;
      CREATE TYPE s.mood AS ENUM ('a', 'b');
      CREATE DOMAIN few AS int[] CHECK (cardinality(VALUE) < 5);
      CREATE TYPE pair AS (x int, m s.mood[]);
      CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi);
      CREATE COLLATION s.same (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
      CREATE FUNCTION s.low(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)';
      CREATE PROCEDURE work(INOUT b text) LANGUAGE plpgsql AS 'BEGIN b := 1; END';
      CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
      CREATE TABLE parent (id bigint GENERATED ALWAYS AS IDENTITY (START 7) PRIMARY KEY,
        "Name" varchar(30) COLLATE s.same NOT NULL DEFAULT 'x', f few, p pair, r span, h hstore,
        low text GENERATED ALWAYS AS (s.low('X')) STORED, m s.mood DEFAULT 'a',
        CONSTRAINT named CHECK (id > 0) NO INHERIT, UNIQUE ("Name", m) DEFERRABLE);
      CREATE TABLE child (id serial, during tsrange, up bigint REFERENCES parent
        ON DELETE SET NULL, EXCLUDE USING gist (during WITH &&) WHERE (id > 1));
      CREATE UNIQUE INDEX ON parent (s.low("Name") DESC) INCLUDE (m) WHERE id > 5;
      CREATE TABLE m (id int NOT NULL, day date NOT NULL, PRIMARY KEY (id, day))
        PARTITION BY RANGE (day);
      CREATE TABLE m1 PARTITION OF m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
      CREATE TABLE m2 PARTITION OF m DEFAULT;
      CREATE TABLE points (id int, day date, FOREIGN KEY (id, day) REFERENCES m);
      CREATE INDEX ON m (day);
      CREATE TABLE base (x int DEFAULT 1, CHECK (x > 0));
      CREATE TABLE heir (y int) INHERITS (base);
      CREATE VIEW s.v WITH (security_barrier) AS SELECT id, "Name" FROM parent WHERE id > 1;
      CREATE MATERIALIZED VIEW mv AS SELECT id FROM s.v;
      CREATE UNIQUE INDEX ON mv (id);
      CREATE RULE r AS ON DELETE TO s.v DO INSTEAD NOTHING;
      CREATE TRIGGER t BEFORE UPDATE ON m FOR EACH ROW EXECUTE FUNCTION
        suppress_redundant_updates_trigger();
      ALTER TABLE parent ENABLE ROW LEVEL SECURITY;
      CREATE POLICY p ON parent FOR SELECT USING (id > 0);
      CREATE STATISTICS st (dependencies) ON id, day FROM m1;
      CREATE PUBLICATION pub FOR TABLE parent, child WITH (publish = 'insert');
      GRANT SELECT, INSERT ON parent TO PUBLIC;
      GRANT SELECT (id) ON child TO PUBLIC;
      ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO PUBLIC;
      COMMENT ON TABLE parent IS 'it''s';
      COMMENT ON CONSTRAINT named ON parent IS 'named';
      """;

  @Test
  void everythingThatItHasGoesThereAndBack(TestDatabase database) {
    assertThat(database.majorVersion()).isEqualTo(13);

    assertThat(createsItsEqual(database, SHOP).tables()).hasSize(6);
  }

  /** There, no field but the hours takes a number of more than 31 bits. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          14, -3, 14706789000, 1 year 2 mons -3 days +04:05:06.789
          -1, 0, -1, -1 mons -00:00:00.000001
          0, 1, 7200000000000000, 1 day 2000000:00:00
          """)
  void intervalsOfAnyLengthCross(
      int months, int days, long microseconds, String expected, TestDatabase database) {
    Interval interval = new Interval(months, days, microseconds);

    assertThat(database.query("SELECT '" + interval + "'::interval"))
        .containsExactly(List.of(expected));
  }

  @Test
  void aRoleWithoutPrivilegesReadsTheSame(TestDatabase database) throws SQLException {
    database.run(SHOP + "CREATE ROLE plain LOGIN PASSWORD 'secret'");
    String url =
        "jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name());
    try (Connection connection = DriverManager.getConnection(url, "plain", "secret")) {
      assertThat(new PostgresCatalogReader().read(connection, ReflectOptions.of("public")))
          .isEqualTo(Reflection.of(database));
    } finally {
      database.run("DROP ROLE plain");
    }
  }
}
