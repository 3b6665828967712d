package org.aludel.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Engine;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.plan.OperationOrder;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules that look at the database beside the operation: each reports, and stays silent beside it.
 */
@PostgresTest(perMethod = true)
final class KnownDatabaseRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A05 | CREATE TABLE t (a int) PARTITION BY RANGE (a) | CREATE INDEX i ON t (a)",
        "A17 | CREATE TABLE t (a text); CREATE INDEX i ON t (a)"
            + "| ALTER TABLE t ALTER a TYPE text COLLATE \"C\"",
        "A17 | CREATE TABLE t (a text UNIQUE) | ALTER TABLE t ALTER a TYPE text COLLATE \"C\"",
        "A18 | CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES u)"
            + "| ALTER TABLE t ALTER a TYPE bigint",
        "A18 | CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES u)"
            + "| ALTER TABLE u ALTER id TYPE bigint",
        "A20 | CREATE DOMAIN d AS int; CREATE TABLE t (a d)"
            + "| ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0)",
        "A20 | CREATE DOMAIN d AS int; CREATE TABLE t (a d) | ALTER DOMAIN d SET NOT NULL",
        "B03 | CREATE TABLE t (a int); CREATE INDEX i ON t (a)"
            + "| DROP INDEX i; CREATE UNIQUE INDEX i ON t (a)",
        "B03 | CREATE TABLE t (a int); CREATE INDEX i ON t (a)"
            + "| DROP INDEX i; CREATE UNIQUE INDEX j ON t (a)"
      })
  void reports(String code, String before, String change, TestDatabase database) {
    assertThat(codes(before, change, database)).contains(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A01 | CREATE TABLE t (a int) PARTITION BY RANGE (a) | CREATE INDEX i ON t (a)",
        "A05 | CREATE TABLE t (a int) | CREATE INDEX i ON t (a)",
        "A05 | SELECT 1 | CREATE TABLE t (a int) PARTITION BY RANGE (a); CREATE INDEX i ON t (a)",
        "A17 | CREATE TABLE t (a text) | ALTER TABLE t ALTER a TYPE text COLLATE \"C\"",
        "A17 | CREATE TABLE t (a varchar(9) UNIQUE) | ALTER TABLE t ALTER a TYPE text",
        "A18 | CREATE TABLE t (a int PRIMARY KEY) | ALTER TABLE t ALTER a TYPE bigint",
        "A20 | CREATE DOMAIN d AS int | ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0)",
        "A20 | CREATE DOMAIN d AS int; CREATE TABLE t (a d)"
            + "| ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID",
        "A20 | CREATE DOMAIN d AS int NOT NULL; CREATE TABLE t (a d)"
            + "| ALTER DOMAIN d DROP NOT NULL",
        "B03 | CREATE TABLE t (a int, b int); CREATE INDEX i ON t (b)"
            + "| DROP INDEX i; CREATE UNIQUE INDEX j ON t (a)"
      })
  void staysSilent(String code, String before, String change, TestDatabase database) {
    assertThat(codes(before, change, database)).doesNotContain(code);
  }

  private static List<String> codes(String before, String change, TestDatabase database) {
    database.run(before);
    TestDatabase wanted = database.another();
    wanted.run(before + ";" + change);
    try (Engine engine = Engine.create(database.dataSource())) {
      Dialect dialect = engine.dialect();
      CompareOptions options =
          CompareOptions.of(dialect.quoter(), "public").withDrops(CompareOptions.Drops.allowed());
      Differences found =
          Comparison.compare(read(database, dialect), read(wanted, dialect), options);
      return Lint.hazards(
              OperationOrder.sort(found.operations(), found.database(), found.model()),
              found.database())
          .stream()
          .map(Hazard::code)
          .toList();
    }
  }

  private static MetaData read(TestDatabase database, Dialect dialect) {
    try (Connection connection = database.open()) {
      return dialect.catalogReader().read(connection, ReflectOptions.of("public"));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read " + database.name(), e);
    }
  }
}
