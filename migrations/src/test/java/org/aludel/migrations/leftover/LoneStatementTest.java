package org.aludel.migrations.leftover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoneStatementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "CREATE INDEX CONCURRENTLY ix ON s.t (a); CREATE_INDEX_CONCURRENTLY; s.ix; s.t",
        "create unique index concurrently if not exists \"I x\" on only \"S\".t(a);"
            + " CREATE_INDEX_CONCURRENTLY; \"S\".\"I x\"; \"S\".t",
        "/* why */ DROP INDEX CONCURRENTLY IF EXISTS s.ix; DROP_INDEX_CONCURRENTLY; s.ix;",
        "REINDEX (VERBOSE) TABLE CONCURRENTLY t; REINDEX_CONCURRENTLY; ; t",
        "REINDEX INDEX CONCURRENTLY ix; REINDEX_CONCURRENTLY; ix;",
        "ALTER TABLE p DETACH PARTITION c CONCURRENTLY; DETACH_CONCURRENTLY; c; p",
        "ALTER TABLE p ATTACH PARTITION c DEFAULT; ATTACH_PARTITION; c; p",
        "ALTER TYPE mood ADD VALUE 'x'; ADD_ENUM_VALUE; mood;",
        "ALTER TYPE pair ADD ATTRIBUTE x int; OTHER_ALTER; ;",
        "CREATE INDEX ix ON t (a); OTHER_CREATE; ;",
        "VACUUM t; OTHER; ;"
      })
  void knowsItsKind(String sql, LoneStatement.Kind kind, String object, String table) {
    assertThat(LoneStatement.of(sql)).isEqualTo(new LoneStatement(kind, object, table));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY ix ON t (a)",
        "VACUUM t",
        "CREATE DATABASE d",
        "DROP TABLESPACE x",
        "ALTER SYSTEM SET x = 1",
        "CALL batch()",
        "DO $$ BEGIN COMMIT; END $$",
        "UPDATE t SET a = 1; COMMIT; UPDATE t SET a = 2"
      })
  void whatMayNotShareATransaction(String sql) {
    assertThat(LoneStatement.transactional(sql)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TYPE mood ADD VALUE 'x'",
        "-- why\nALTER TABLE t ADD x int",
        "DO $aludel$BEGIN IF true THEN NULL; END IF; END$aludel$",
        "UPDATE t SET a = 1"
      })
  void whatMay(String sql) {
    assertThat(LoneStatement.transactional(sql)).isTrue();
  }
}
