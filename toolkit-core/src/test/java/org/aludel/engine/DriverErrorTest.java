package org.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.Duration;
import java.util.List;
import org.aludel.error.DatabaseException;
import org.aludel.error.FailedSql;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.ViolatedRule;
import org.aludel.error.database.CheckViolation;
import org.aludel.error.database.ExclusionViolation;
import org.aludel.error.database.ForeignKeyViolation;
import org.aludel.error.database.InvalidStatement;
import org.aludel.error.database.InvalidValue;
import org.aludel.error.database.LockTimeout;
import org.aludel.error.database.NotNullViolation;
import org.aludel.error.database.PermissionDenied;
import org.aludel.error.database.ReadOnlyTransaction;
import org.aludel.error.database.StatementTimeout;
import org.aludel.error.database.UniqueViolation;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each thing that a caller may want to catch has a class of its own. */
@PostgresTest
final class DriverErrorTest {
  private final TestDatabase database;
  private final Engine engine;

  DriverErrorTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(database.dataSource());
  }

  @BeforeEach
  void createTables() {
    database.run(
        """
        DROP TABLE IF EXISTS stay, room;
        CREATE TABLE room (
          "Floor" int NOT NULL,
          number int NOT NULL,
          beds int CONSTRAINT some_beds CHECK (beds > 0),
          label varchar(5),
          CONSTRAINT room_key PRIMARY KEY ("Floor", number));
        CREATE UNIQUE INDEX room_label ON room (lower(label), beds);
        CREATE TABLE stay (
          floor int, number int, during int4range,
          CONSTRAINT stay_room FOREIGN KEY (floor, number) REFERENCES room,
          CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&));
        INSERT INTO room VALUES (1, 2, 3, 'Blue');
        """);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private <T extends DatabaseException> T failure(Class<T> type, String sql, Object... values) {
    T failure = catchThrowableOfType(type, () -> engine.update(sql, values));
    assertThat(failure).as(sql).isNotNull();
    return failure;
  }

  private ViolatedRule rule(Class<? extends IntegrityViolation> type, String sql) {
    return failure(type, sql).rule();
  }

  @Test
  void aSecondRowOfAKeyIsNamedByItsConstraintAndColumns() {
    assertThat(rule(UniqueViolation.class, "INSERT INTO room VALUES (1, 2, 1, NULL)"))
        .isEqualTo(new ViolatedRule("room_key", "public", "room", List.of("Floor", "number")));
  }

  @Test
  void aUniqueIndexOverAnExpressionNamesTheExpression() {
    assertThat(rule(UniqueViolation.class, "INSERT INTO room VALUES (1, 3, 3, 'BLUE')").columns())
        .containsExactly("lower(label::text)", "beds");
  }

  @Test
  void aReferenceToNothingAndTheLossOfWhatIsReferredToAreOneKind() {
    assertThat(rule(ForeignKeyViolation.class, "INSERT INTO stay VALUES (9, 9, NULL)"))
        .isEqualTo(new ViolatedRule("stay_room", "public", "stay", List.of("floor", "number")));

    engine.update("INSERT INTO stay VALUES (1, 2, NULL)");
    assertThat(rule(ForeignKeyViolation.class, "DELETE FROM room").constraint())
        .isEqualTo("stay_room");
  }

  @Test
  void checksNullsAndExclusionsAreToldApart() {
    assertThat(rule(CheckViolation.class, "INSERT INTO room VALUES (1, 3, 0, NULL)"))
        .isEqualTo(new ViolatedRule("some_beds", "public", "room", List.of()));
    assertThat(rule(NotNullViolation.class, "INSERT INTO room (number) VALUES (4)").columns())
        .containsExactly("Floor");
    String two = "INSERT INTO stay VALUES (1, 2, '[1,5)'), (1, 2, '[4,9)')";
    assertThat(rule(ExclusionViolation.class, two).constraint()).isEqualTo("no_overlap");
  }

  @Test
  void aDomainsCheckIsAViolationWithoutATable() {
    database.run("DROP DOMAIN IF EXISTS even; CREATE DOMAIN even AS int CHECK (VALUE % 2 = 0)");

    assertThat(rule(CheckViolation.class, "SELECT CAST(3 AS even)"))
        .isEqualTo(new ViolatedRule("even_check", "public", null, List.of()));
  }

  @Test
  void locksAndStatementsThatTakeTooLongAreToldApart() {
    try (Connection holder = engine.connect()) {
      holder.update("UPDATE room SET beds = 4");

      failure(LockTimeout.class, "SELECT * FROM room FOR UPDATE NOWAIT");
      failure(LockTimeout.class, "SET LOCAL lock_timeout = 50; SELECT * FROM room FOR UPDATE");
    }
    failure(StatementTimeout.class, "SET LOCAL statement_timeout = 50; SELECT pg_sleep(5)");
  }

  @Test
  void theTimeoutOfTheOptionsCancelsAStatement() {
    Engine quick = engine.withOptions(options -> options.timeout(Duration.ofMillis(500)));

    assertThat(
            catchThrowableOfType(StatementTimeout.class, () -> quick.execute("SELECT pg_sleep(9)")))
        .hasMessageContaining("ORM-ENGINE-TIMEOUT");
  }

  @Test
  void writesInAReadOnlyTransactionAreRefused() {
    Engine reading = engine.withOptions(options -> options.readOnly(true));

    assertThat(
            catchThrowableOfType(
                ReadOnlyTransaction.class, () -> reading.update("DELETE FROM room")))
        .hasMessageContaining("ORM-ENGINE-READ-ONLY");
  }

  @Test
  void aMissingPrivilegeIsToldApart() {
    database.run("DROP ROLE IF EXISTS guest; CREATE ROLE guest");

    failure(PermissionDenied.class, "SET LOCAL ROLE guest; SELECT * FROM room");
    database.run("DROP ROLE guest");
  }

  @Test
  void faultsOfTheProgramAreToldApartFromFaultsOfValues() {
    for (String sql :
        List.of("SELEKT 1", "SELECT * FROM roam", "SELECT bads FROM room", "SELECT no_such(1)")) {
      failure(InvalidStatement.class, sql);
    }
    failure(InvalidValue.class, "SELECT 1 / 0");
    failure(InvalidValue.class, "UPDATE room SET label = 'too long'");
  }

  @Test
  void aMisspeltColumnIsAnsweredWithTheServersGuess() {
    assertThat(failure(InvalidStatement.class, "SELECT beads FROM room"))
        .hasMessageContaining("Perhaps you meant to reference the column \"room.beds\"");
  }

  @Test
  void theStatementAndTheTypesOfItsParametersTravelWithTheExceptionButNoValue() {
    String sql = "INSERT INTO room VALUES (?, ?, ?, ?)";
    UniqueViolation failure = failure(UniqueViolation.class, sql, 1, 2, 77, "s3cr");

    assertThat(failure.statement())
        .isEqualTo(new FailedSql(sql, List.of("integer", "integer", "integer", "text"), List.of()));
    assertThat(failure.getMessage() + failure.getCause()).doesNotContain("s3cr", "77");
  }

  @Test
  void parametersTravelWithTheExceptionWhereValuesMayBeLogged() {
    try (Engine open = Engine.create(database.dataSource(), options -> options.logValues(true))) {
      String sql = "INSERT INTO room VALUES (?, ?, ?, ?)";
      UniqueViolation failure =
          catchThrowableOfType(UniqueViolation.class, () -> open.update(sql, 1, 2, 77, "shown"));

      assertThat(failure.statement())
          .extracting(FailedSql::parameters)
          .asInstanceOf(LIST)
          .containsExactly("1", "2", "77", "shown");
    }
  }
}
