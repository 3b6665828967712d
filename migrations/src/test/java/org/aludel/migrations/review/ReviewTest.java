package org.aludel.migrations.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.RevisionSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule reports what it is for, and stays silent beside it. */
class ReviewTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A09 | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;"
            + "ALTER TABLE t VALIDATE CONSTRAINT c",
        "A09 | ALTER TABLE ONLY s.t ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES u NOT VALID,"
            + " VALIDATE CONSTRAINT c",
        "A09 | ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID;"
            + "ALTER DOMAIN d VALIDATE CONSTRAINT c",
        "C04 | truncate t",
        "C04 | /* all /* of */ it */ TRUNCATE TABLE a, b CASCADE",
        "C05 | DROP TABLE t CASCADE",
        "C05 | ALTER TABLE t ADD COLUMN a int, DROP COLUMN b CASCADE",
        "C05 | SELECT 1; DROP VIEW \"v\" CASCADE",
        "C06 | DROP TABLE IF EXISTS s.t; CREATE TABLE s.\"t\" (a int)",
        "C07 | UPDATE t SET a = 1",
        "C07 | DELETE FROM t USING u",
        "C07 | UPDATE t SET a = (SELECT b FROM u WHERE u.id = t.id)",
        "C07 | WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone WHERE a = 1",
        "C07 | UPDATE t SET a = ' WHERE ' -- WHERE"
      })
  void reports(String code, String sql) {
    assertThat(codes(sql)).contains(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A09 | ALTER TABLE t VALIDATE CONSTRAINT c",
        "A09 | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;"
            + "ALTER TABLE t VALIDATE CONSTRAINT d",
        "A09 | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0), ADD CONSTRAINT d CHECK (b) NOT VALID;"
            + "ALTER TABLE t VALIDATE CONSTRAINT c",
        "C04 | COMMENT ON TABLE t IS 'TRUNCATE t'",
        "C04 | CREATE TRIGGER x AFTER TRUNCATE ON t EXECUTE FUNCTION f()",
        "C05 | DROP TABLE t -- CASCADE",
        "C05 | ALTER TABLE t DROP COLUMN b, ADD FOREIGN KEY (a) REFERENCES u ON DELETE CASCADE",
        "C05 | DROP TABLE \"cascade\"",
        "C06 | DROP TABLE IF EXISTS t; CREATE TABLE u (a int)",
        "C06 | DROP VIEW IF EXISTS t; CREATE VIEW t AS SELECT 1",
        "C07 | UPDATE t SET a = 1 WHERE id = 2",
        "C07 | DELETE FROM t WHERE id IN (SELECT id FROM u)",
        "C07 | GRANT UPDATE ON t TO r",
        "C07 | SELECT * FROM t FOR UPDATE",
        "C07 | INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET a = 1",
        "C07 | ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u ON UPDATE CASCADE",
        "C07 | DO $x$ BEGIN UPDATE t SET a = 'it''s' WHERE b; END $x$",
        "C07 | SELECT E'\\'; UPDATE t SET a = 1'"
      })
  void staysSilent(String code, String sql) {
    assertThat(codes(sql)).doesNotContain(code);
  }

  @Test
  void reportsAWayBackThatIsMissing() {
    Revision revision = revision("SELECT 1", "SELECT 1").withLosses(List.of(), "too much");

    assertThat(Review.findings(revision, List.of(), List.of()))
        .extracting(Finding::summary)
        .containsExactly(
            "C12: r1: irreversible: too much: the way back is missing, or loses rows that the guard"
                + " of a downgrade cannot see; write a rollback, and name in lossy what it drops");
  }

  @Test
  void reportsRowsThatNobodyPutsBack() {
    assertThat(findings("UPDATE t SET a = 1 WHERE id = 2", "", List.of()))
        .extracting(Finding::subject)
        .containsExactly("rows are changed, and rollback is empty");
  }

  @Test
  void reportsAWayBackThatDropsWhatItDoesNotName() {
    assertThat(
            findings(
                "CREATE TABLE t (id int); ALTER TABLE u ADD COLUMN a int",
                "ALTER TABLE u DROP COLUMN a; DROP TABLE t",
                List.of("u.a")))
        .extracting(Finding::subject)
        .containsExactly("the way back drops t.*, which lossy lacks");
  }

  @Test
  void staysSilentWhereValidationHasATransactionOfItsOwn() {
    Revision revision =
        Revision.of("r1", List.of(), "r", Instant.EPOCH)
            .withAtomic(false)
            .withChangeSets(
                List.of(
                    ChangeSet.of("r1-1", "r", List.of(), List.of()),
                    ChangeSet.of("r1-2", "r", List.of(), List.of())));
    List<RevisionSql.Step> steps =
        List.of(
            new RevisionSql.Step(
                "r1-1", true, List.of("ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID")),
            new RevisionSql.Step("r1-2", true, List.of("ALTER TABLE t VALIDATE CONSTRAINT c")));

    assertThat(Review.findings(revision, steps, List.of())).isEmpty();
    assertThat(Review.findings(revision.withAtomic(true), steps, List.of()))
        .extracting(Finding::code)
        .containsExactly("A09");
  }

  @Test
  void reportsEachColumnThatAStatementDrops() {
    assertThat(
            findings(
                "ALTER TABLE t ADD a int, ADD COLUMN IF NOT EXISTS b int,"
                    + " ADD c int GENERATED ALWAYS AS IDENTITY,"
                    + " ADD d int GENERATED ALWAYS AS (1) STORED, ADD CONSTRAINT e CHECK (x)",
                "ALTER TABLE t DROP d, DROP COLUMN a, DROP COLUMN IF EXISTS b, DROP c,"
                    + " DROP CONSTRAINT e",
                List.of("t.a")))
        .extracting(Finding::subject)
        .containsExactly(
            "the way back drops t.b, which lossy lacks",
            "the way back drops t.c, which lossy lacks");
  }

  @Test
  void reportsEachTableThatAStatementDrops() {
    assertThat(
            findings(
                "CREATE TABLE t (id int); CREATE TABLE u (id int)", "DROP TABLE u, t", List.of()))
        .extracting(Finding::subject)
        .containsExactly(
            "the way back drops u.*, which lossy lacks",
            "the way back drops t.*, which lossy lacks");
  }

  @Test
  void staysSilentOnAColumnThatWasKeptInStep() {
    assertThat(
            findings(
                "ALTER TABLE t ADD COLUMN b int; CREATE TRIGGER zz_aludel_1 BEFORE INSERT OR UPDATE"
                    + " ON t FOR EACH ROW EXECUTE FUNCTION zz_aludel_1()",
                "DROP TRIGGER zz_aludel_1 ON t; ALTER TABLE t DROP COLUMN b",
                List.of()))
        .isEmpty();
  }

  @Test
  void staysSilentOnAWayBackThatNamesWhatItDrops() {
    assertThat(
            findings(
                "CREATE TABLE t (id int); ALTER TABLE u ADD a int GENERATED ALWAYS AS (1) STORED",
                "ALTER TABLE u DROP COLUMN a; DROP TABLE t",
                List.of("t.*")))
        .isEmpty();
  }

  private static List<String> codes(String sql) {
    return findings(sql, "SELECT 1", List.of()).stream().map(Finding::code).toList();
  }

  private static List<Finding> findings(String up, String down, List<String> lossy) {
    return Review.findings(revision(up, down).withLosses(lossy, null), steps(up), steps(down));
  }

  private static List<RevisionSql.Step> steps(String sql) {
    return List.of(new RevisionSql.Step("r1-1", true, List.of(sql)));
  }

  private static Revision revision(String up, String down) {
    List<Change> rollback = down.isEmpty() ? List.of() : List.of(Change.sql(down));
    return Revision.of("r1", List.of(), "r", Instant.EPOCH)
        .withChangeSets(List.of(ChangeSet.of("r1-1", "r", List.of(Change.sql(up)), rollback)));
  }
}
