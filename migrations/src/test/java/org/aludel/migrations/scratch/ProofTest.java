package org.aludel.migrations.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.ddl.RawSql;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.plan.DdlPlan;
import org.aludel.migrations.plan.MigrationPlan;
import org.aludel.migrations.plan.OperationOrder;
import org.aludel.schema.MetaData;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest(perMethod = true)
final class ProofTest {
  private static final Normaliser NORMALISER = new Normaliser("public");

  @Test
  void provesBothWaysOverRows(TestDatabase database) {
    ProofResult proof =
        prove(
            database,
            "CREATE TABLE p (id serial PRIMARY KEY, a varchar(5) NOT NULL UNIQUE);"
                + "CREATE TABLE c (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                + " p_id integer NOT NULL REFERENCES p, n numeric(4,2));",
            "CREATE TABLE p (id serial PRIMARY KEY, a text NOT NULL UNIQUE, b boolean);"
                + "CREATE TABLE c (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                + " p_id integer NOT NULL REFERENCES p ON DELETE CASCADE, n integer);");

    assertThat(proof.level()).isEqualTo(ProofResult.Level.PROVEN);
    assertThat(proof.text())
        .matches(
            "upgrade gives the model, downgrade gives the schema before"
                + " \\(PostgreSQL [0-9.]+, scratch database, 20 rows a table\\)");
    assertThat(proof.notes()).isEmpty();
  }

  @Test
  void saysWhenItDependsOnTheRows(TestDatabase database) {
    ProofResult proof =
        prove(
            database,
            "CREATE TABLE t (id integer PRIMARY KEY);",
            "CREATE TABLE t (id integer PRIMARY KEY, visit uuid NOT NULL);");

    assertThat(proof.level()).isEqualTo(ProofResult.Level.PROVEN_WITHOUT_ROWS);
    assertThat(proof.text()).contains("empty tables only");
    assertThat(proof.notes())
        .singleElement()
        .satisfies(note -> assertThat(note).contains("visit").contains("null values"));
  }

  @Test
  void saysWhichTableHasNoRows(TestDatabase database) {
    ProofResult proof =
        prove(
            database,
            "CREATE TABLE t (code text CHECK (code ~ '^[A-Z]{40}$'));",
            "CREATE TABLE t (code text CHECK (code ~ '^[A-Z]{40}$'), x integer);");

    assertThat(proof.proven()).isTrue();
  }

  @Test
  void aWrongPlanIsNotProven(TestDatabase database) {
    database.run("CREATE TABLE t (id integer PRIMARY KEY);");
    TestDatabase wanted = database.another();
    wanted.run("CREATE TABLE t (id integer PRIMARY KEY, x integer, y integer);");
    try (Engine live = Engine.create(database.jdbcUrl())) {
      MetaData before = read(database);
      MetaData after = read(wanted);
      CompareOptions options = options(live.dialect());
      MigrationPlan whole = plan(before, after, options, live.dialect());
      MigrationPlan half =
          new MigrationPlan(
              List.of(
                  new MigrationPlan.Step(true, whole.steps().get(0).operations().subList(0, 1))));

      ProofResult proof = new Proof(ScratchServer.of(live), options).of(half, before, after);

      assertThat(proof.level()).isEqualTo(ProofResult.Level.FAILED);
      assertThat(proof.text())
          .isEqualTo("not proven: after the upgrade this is left: add column  t.y integer");
    }
  }

  @Test
  void provesALabelThatIsAddedAndUsed(TestDatabase database) {
    ProofResult proof =
        prove(
            database,
            "CREATE TYPE mood AS ENUM ('sad', 'ok');"
                + "CREATE TABLE t (id integer PRIMARY KEY, m mood NOT NULL DEFAULT 'ok');",
            "CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');"
                + "CREATE TABLE t (id integer PRIMARY KEY, m mood NOT NULL DEFAULT 'glad',"
                + " CHECK (m <> 'sad' OR m = 'glad' OR id > 0));");

    assertThat(proof.notes()).isEmpty();
    assertThat(proof.level()).isEqualTo(ProofResult.Level.PROVEN);
  }

  /** Inside a transaction the server refuses both statements. */
  @Test
  void runsAStepThatCommitsByItselfAsTheRunnerDoes(TestDatabase database) {
    database.run("CREATE TABLE t (id integer PRIMARY KEY);");
    TestDatabase wanted = database.another();
    wanted.run("CREATE TABLE t (id integer PRIMARY KEY, x integer); CREATE INDEX ix ON t (x);");
    try (Engine live = Engine.create(database.jdbcUrl())) {
      MetaData before = read(database);
      MetaData after = read(wanted);
      CompareOptions options = options(live.dialect());
      List<MigrationPlan.Planned> whole = plan(before, after, options, live.dialect()).operations();
      MigrationPlan.Planned concurrent =
          new MigrationPlan.Planned(
              whole.get(1).operation(),
              statement("CREATE INDEX CONCURRENTLY ix ON t (x)"),
              statement("DROP INDEX CONCURRENTLY ix"));
      MigrationPlan plan =
          new MigrationPlan(
              List.of(
                  new MigrationPlan.Step(true, whole.subList(0, 1)),
                  new MigrationPlan.Step(false, List.of(concurrent))));

      ProofResult proof = new Proof(ScratchServer.of(live), options).of(plan, before, after);

      assertThat(proof.text()).startsWith("upgrade gives the model");
    }
  }

  private static List<MigrationPlan.Statement> statement(String sql) {
    return List.of(new MigrationPlan.Statement(new RawSql(sql), sql));
  }

  @Test
  void withoutAScratchDatabaseNothingIsProven(TestDatabase database) {
    database.run("CREATE TABLE t (id integer PRIMARY KEY);");
    try (Engine live = Engine.create(database.dataSource())) {
      MetaData before = read(database);
      CompareOptions options = options(live.dialect());

      ProofResult proof =
          new Proof(ScratchServer.of(live), options)
              .of(plan(before, MetaData.empty(), options, live.dialect()), before, before);

      assertThat(proof.level()).isEqualTo(ProofResult.Level.NOT_PROVEN);
      assertThat(proof.text()).startsWith("not proven: ").contains("scratch.url");
    }
  }

  private static ProofResult prove(TestDatabase database, String before, String after) {
    database.run(before);
    TestDatabase wanted = database.another();
    wanted.run(after);
    try (Engine live = Engine.create(database.jdbcUrl())) {
      MetaData found = read(database);
      MetaData model = read(wanted);
      CompareOptions options = options(live.dialect());
      return new Proof(ScratchServer.of(live), options)
          .of(plan(found, model, options, live.dialect()), found, model);
    }
  }

  private static CompareOptions options(Dialect dialect) {
    return CompareOptions.of(dialect.quoter(), "public").withDrops(CompareOptions.Drops.allowed());
  }

  private static MigrationPlan plan(
      MetaData before, MetaData after, CompareOptions options, Dialect dialect) {
    Differences found = Comparison.compare(before, after, options);
    return MigrationPlan.of(
        OperationOrder.sort(found.operations(), found.database(), found.model()),
        new DdlPlan(dialect.quoter(), "public"),
        dialect.ddlCompiler());
  }

  private static MetaData read(TestDatabase database) {
    try (Engine engine = Engine.create(database.jdbcUrl());
        Connection connection = engine.connect()) {
      return NORMALISER.reflect(connection);
    }
  }
}
