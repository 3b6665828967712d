package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.scratch.Proof;
import org.aludel.migrations.scratch.ProofResult;
import org.aludel.migrations.scratch.RoundTrip;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The trial of a new revision runs what its file says, not what the plan meant. */
@PostgresTest
final class FileTripTest {
  private static final String HEADER =
      """
      revision:
        format: 1
        id: "ae1027a6acf0"
        down: []
        branches: []
        dependsOn: []
        message: add email
        created: "2026-11-22T15:04:00Z"
        lossy: [t.email]
      databaseChangeLog:
        - logicalFilePath: aludel/ae1027a6acf0.yaml
      """;

  private static final String STEP =
      """
        - changeSet:
            id: "ae1027a6acf0-%d"
            author: aludel
            runInTransaction: %s
            changes:
              - %s
            rollback:
              - %s
      """;

  private static final String ADD =
      "addColumn: {tableName: t, columns: [{column: {name: email, type: varchar(%d)}}]}";
  private static final String DROP = "dropColumn: {tableName: t, columnName: email}";

  @Test
  void stepsSideBySideShareATransactionBothWays(TestDatabase database) {
    RoundTrip trip =
        read(
            database,
            STEP.formatted(1, true, sql("SELECT 1"), sql("SELECT -1"))
                + STEP.formatted(2, true, ADD.formatted(9), DROP)
                + STEP.formatted(3, false, sql("SELECT 3"), sql("SELECT -3")));

    assertThat(trip.there())
        .containsExactly(
            new RoundTrip.Leg(
                true, List.of("SELECT 1", "ALTER TABLE t ADD COLUMN email varchar(9)")),
            new RoundTrip.Leg(false, List.of("SELECT 3")));
    assertThat(trip.back())
        .containsExactly(
            new RoundTrip.Leg(false, List.of("SELECT -3")),
            new RoundTrip.Leg(true, List.of("ALTER TABLE t DROP COLUMN email", "SELECT -1")));
  }

  @Test
  void whatIsNoSqlIsNoTrip(TestDatabase database) {
    String java = "customChange: {class: example.Fill}";

    try (Engine engine = Engine.create(database.jdbcUrl())) {
      assertThat(
              new FileTrip(engine.dialect())
                  .read(HEADER + STEP.formatted(1, true, java, sql("SELECT 1"))))
          .isEmpty();
    }
  }

  @Test
  void aFileThatSaysSomethingElseIsNotProven(TestDatabase database) {
    database.run("CREATE TABLE t (id integer PRIMARY KEY)");
    try (Engine engine = Engine.create(database.jdbcUrl());
        TestDatabase wanted = database.another()) {
      wanted.run("CREATE TABLE t (id integer PRIMARY KEY, email varchar(255))");

      ProofResult proof =
          new Proof(
                  ScratchServer.of(engine), CompareOptions.of(engine.dialect().quoter(), "public"))
              .of(
                  read(database, STEP.formatted(1, true, ADD.formatted(25), DROP)),
                  reflected(database),
                  reflected(wanted));

      assertThat(proof.level()).isEqualTo(ProofResult.Level.FAILED);
      assertThat(proof.text())
          .contains("after the upgrade this is left: change type  t.email varchar(25)");
    }
  }

  private static String sql(String text) {
    return "sql: {splitStatements: false, stripComments: false, sql: \"" + text + "\"}";
  }

  private static RoundTrip read(TestDatabase database, String steps) {
    try (Engine engine = Engine.create(database.jdbcUrl())) {
      return new FileTrip(engine.dialect()).read(HEADER + steps).orElseThrow();
    }
  }

  private static MetaData reflected(TestDatabase database) {
    try (Engine engine = Engine.create(database.jdbcUrl());
        Connection connection = engine.connect()) {
      return connection.inspector().reflect(ReflectOptions.of("public"));
    }
  }
}
