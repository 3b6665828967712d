package org.aludel.migrations.runtime;

import static org.aludel.migrations.runtime.MigrationRunnerTest.refused;
import static org.aludel.migrations.runtime.Script.column;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aludel.dialect.postgresql.PostgresDialect;
import org.aludel.error.MigrationCode;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.rows.RowStatements;
import org.aludel.migrations.step.Backfill;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role that runs revisions owns a table whose policies hide half of the rows from it. */
@PostgresTest(perMethod = true)
class RowSecurityTest {
  private static final String TABLE =
      "CREATE TABLE t (id int PRIMARY KEY, n int);"
          + " INSERT INTO t SELECT g, CASE WHEN g > 5 THEN 1 END FROM generate_series(1, 10) g;"
          + " CREATE POLICY half ON t USING (id > 5); ALTER TABLE t ENABLE ROW LEVEL SECURITY;"
          + " ALTER TABLE t FORCE ROW LEVEL SECURITY; ALTER TABLE t OWNER TO %s;"
          + " GRANT CREATE ON SCHEMA public TO %<s; GRANT CREATE ON DATABASE %s TO %1$s";
  private static final RowStatements ROWS = new RowStatements(new PostgresDialect().quoter());
  private static final QualifiedName T = QualifiedName.of("t");

  private static String role(TestDatabase database, String attribute) {
    String role = database.name() + "_owner";
    database.run("CREATE ROLE " + role + " LOGIN PASSWORD 'x' " + attribute);
    database.run(TABLE.formatted(role, database.name()));
    return role;
  }

  private static <R> R as(
      TestDatabase database, String role, Script script, Function<MigrationRunner, R> work) {
    return script.as(database, role, "x", RunnerOptions.defaults(), work);
  }

  private static Script first() {
    return new Script().revision("aaaa", "SELECT 1 // ");
  }

  /** What fills or counts: a fill, the refusal of nulls, a backfill. */
  private static Script looking(String what) {
    return switch (what) {
      case "fill" -> first().revision("bbbb", ROWS.fill(T, "n", "7").sql());
      case "null" -> first().revision("bbbb", ROWS.refuseNulls(T, "n").sql());
      case "kept" -> first().revision("bbbb", "CREATE TABLE copy AS SELECT * FROM t");
      default ->
          first()
              .revision(
                  StepFile.revision(
                      "bbbb",
                      "aaaa",
                      true,
                      StepFile.custom(
                          Backfill.class,
                          Map.of("table", "t", "set", "n = 7", "where", "n IS NULL")),
                      ""));
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"fill", "null", "kept"})
  void aStatementThatPoliciesWouldHideRowsFromIsRefused(String what, TestDatabase database) {
    String role = role(database, "");

    RevisionException thrown =
        refused(() -> as(database, role, looking(what), runner -> runner.upgrade("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.ROWS_HIDDEN);
    assertThat(thrown)
        .hasMessageContaining("bbbb")
        .hasMessageContaining("t has row security")
        .hasMessageContaining("BYPASSRLS");
    assertThat(column(database, "SELECT count(*) FROM t WHERE n IS NULL")).containsExactly("5");
  }

  @Test
  void aBackfillThatPoliciesWouldHideRowsFromIsRefused(TestDatabase database) {
    String role = role(database, "");

    RevisionException thrown =
        refused(() -> as(database, role, looking("backfill"), runner -> runner.upgrade("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.BACKFILL);
    assertThat(thrown).hasMessageContaining("row security");
    assertThat(column(database, "SELECT count(*) FROM t WHERE n IS NULL")).containsExactly("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fill", "kept", "backfill"})
  void aRoleThatSeesAllRowsIsNot(String what, TestDatabase database) {
    String role = role(database, "BYPASSRLS");

    as(database, role, looking(what), runner -> runner.upgrade("head"));

    assertThat(column(database, "SELECT count(*) FROM t WHERE n IS NULL"))
        .containsExactly(what.equals("kept") ? "5" : "0");
  }

  @Test
  void aRoleThatSeesAllRowsFindsTheNulls(TestDatabase database) {
    String role = role(database, "BYPASSRLS");

    RevisionException thrown =
        refused(() -> as(database, role, looking("null"), runner -> runner.upgrade("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.STEP_FAILED);
    assertThat(thrown).hasMessageContaining("5 rows hold NULL");
  }

  @Test
  void aStatementThatMeansWhatPoliciesShowRuns(TestDatabase database) {
    String role = role(database, "");
    Script script =
        first().revision("bbbb", "SET LOCAL row_security = on ;; UPDATE t SET n = 9 // ");

    as(database, role, script, runner -> runner.upgrade("head"));

    assertThat(column(database, "SELECT count(*) FROM t WHERE n = 9")).containsExactly("5");
  }

  @Test
  void aMissingPrivilegeIsNoMatterOfPolicies(TestDatabase database) {
    String role = role(database, "");
    database.run("CREATE TABLE secret (id int)");
    Script script = first().revision("bbbb", "SELECT * FROM secret // ");

    RevisionException thrown =
        refused(() -> as(database, role, script, runner -> runner.upgrade("head")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.STEP_FAILED);
  }

  @Test
  void rowsThatADowngradeLosesAreNotCountedInPart(TestDatabase database) {
    String role = role(database, "");
    Revision losing = lossy("ALTER TABLE t DROP COLUMN n");
    as(database, role, first().revision(losing), runner -> runner.stamp("head"));

    RevisionException thrown =
        refused(
            () -> as(database, role, first().revision(losing), runner -> runner.downgrade("-1")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.ROWS_HIDDEN);
    assertThat(thrown).hasMessageContaining("t.n").hasMessageContaining("row security");
    assertThat(column(database, "SELECT count(n) FROM t")).containsExactly("5");
  }

  @Test
  void aRoleThatSeesAllRowsCountsThem(TestDatabase database) {
    String role = role(database, "BYPASSRLS");
    Revision losing = lossy("ALTER TABLE t DROP COLUMN n");
    as(database, role, first().revision(losing), runner -> runner.stamp("head"));

    RevisionException thrown =
        refused(
            () -> as(database, role, first().revision(losing), runner -> runner.downgrade("-1")));

    assertThat(thrown.code()).isEqualTo(MigrationCode.LOSSY_DOWNGRADE);
    assertThat(thrown).hasMessageContaining("t.n: 5 rows");
  }

  private static Revision lossy(String down) {
    return first()
        .revision("bbbb", "SELECT 1 // " + down)
        .revisions()
        .get(1)
        .withLosses(List.of("t.n"), null);
  }
}
