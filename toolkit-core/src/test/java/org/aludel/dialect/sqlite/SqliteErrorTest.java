package org.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.error.ConnectionLost;
import org.aludel.error.DatabaseException;
import org.aludel.error.IntegrityViolation;
import org.aludel.error.UsageException;
import org.aludel.error.ViolatedRule;
import org.aludel.error.database.CheckViolation;
import org.aludel.error.database.ForeignKeyViolation;
import org.aludel.error.database.InvalidStatement;
import org.aludel.error.database.LockTimeout;
import org.aludel.error.database.NotNullViolation;
import org.aludel.error.database.UniqueViolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite refuses has a class and names what was broken. */
final class SqliteErrorTest {
  @TempDir private Path folder;
  private Engine engine;

  @BeforeEach
  void createTable() {
    engine = Engine.create("sqlite:" + folder.resolve("errors.db") + "?busy_timeout=50");
    engine.update(
        "CREATE TABLE t (id integer PRIMARY KEY, a text NOT NULL, b text, other integer REFERENCES"
            + " t, UNIQUE (a, b), CONSTRAINT long_enough CHECK (length(a) > 1))");
    engine.update("INSERT INTO t (id, a, b) VALUES (1, 'ab', 'x')");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private <X extends Throwable> X failure(Class<X> type, String sql) {
    X failure = catchThrowableOfType(type, () -> engine.update(sql));
    assertThat(failure).isNotNull();
    return failure;
  }

  private ViolatedRule rule(Class<? extends IntegrityViolation> type, String sql) {
    return failure(type, sql).rule();
  }

  @Test
  void aBrokenRuleNamesTableAndColumnsOrItself() {
    assertThat(rule(UniqueViolation.class, "INSERT INTO t (a, b) VALUES ('ab', 'x')"))
        .isEqualTo(new ViolatedRule(null, null, "t", List.of("a", "b")));
    assertThat(rule(NotNullViolation.class, "INSERT INTO t (b) VALUES ('x')"))
        .isEqualTo(new ViolatedRule(null, null, "t", List.of("a")));
    assertThat(rule(CheckViolation.class, "INSERT INTO t (a) VALUES ('x')"))
        .isEqualTo(new ViolatedRule("long_enough", null, null, List.of()));
    assertThat(rule(ForeignKeyViolation.class, "INSERT INTO t (a, other) VALUES ('cd', 7)"))
        .isEqualTo(ViolatedRule.UNKNOWN);
  }

  @Test
  void aWrongStatementIsToldFromAWrongWord() {
    assertThat(failure(InvalidStatement.class, "SELECT nix FROM t").code().id())
        .isEqualTo("ORM-SQL-STATEMENT-FAILED");
    assertThat(failure(DatabaseException.class, "SELEC 1").code().id()).isEqualTo("ORM-SQL-SYNTAX");
  }

  @Test
  void whoWaitsTooLongForTheFileIsTold() {
    try (Connection writer = engine.connect()) {
      writer.update("UPDATE t SET b = 'y'");

      assertThat(failure(LockTimeout.class, "UPDATE t SET b = 'z'"))
          .hasMessageContaining("busy_timeout");
    }
  }

  @Test
  void aFileThatCannotBeOpenedIsNamed() {
    try (Engine nowhere = Engine.create("sqlite:" + folder.resolve("no/such/folder.db"))) {
      assertThat(catchThrowableOfType(ConnectionLost.class, nowhere::connect))
          .hasMessageContaining("ORM-ENGINE-CONNECTION-FAILED")
          .hasMessageContaining("folder.db");
    }
  }

  @Test
  void severalStatementsInOneTextAreRefusedAndATriggerIsOne() {
    assertThat(
            catchThrowableOfType(
                RuntimeException.class, () -> engine.update("DELETE FROM t; SELECT 1")))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT");
    engine.update(
        "CREATE TRIGGER heard AFTER INSERT ON t BEGIN UPDATE t SET b = CASE WHEN a > 'b' THEN a"
            + " END; DELETE FROM t; END;");
  }

  @Test
  void modesOfTransactionsAreRefused() {
    Engine readOnly = engine.withOptions(options -> options.readOnly(true));

    assertThat(catchThrowableOfType(UsageException.class, () -> readOnly.execute("SELECT 1")))
        .hasMessageContaining("ORM-ENGINE-INVALID-SETTING");
  }
}
