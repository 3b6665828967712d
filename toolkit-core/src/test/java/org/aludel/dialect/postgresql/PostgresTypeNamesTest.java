package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTypeNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "character varying(30) | varchar(30)",
        "VARCHAR (30) | varchar(30)",
        "character varying | varchar",
        "character(3) | char(3)",
        "char | char(1)",
        "bpchar | bpchar",
        "numeric(10,2) | numeric(10,2)",
        "NUMERIC(10, 2) | numeric(10,2)",
        "decimal(8) | numeric(8,0)",
        "timestamp with time zone | timestamptz",
        "timestamp(3) with time zone | timestamptz(3)",
        "timestamp without time zone | timestamp",
        "timestamp(3) without time zone | timestamp(3)",
        "time(6) with time zone | timetz(6)",
        "time without time zone | time",
        "interval | interval",
        "interval(3) | interval(3)",
        "interval day to second(3) | interval day to second(3)",
        "int8 | bigint",
        "int | integer",
        "bool | boolean",
        "float8 | double precision",
        "float(10) | real",
        "float(53) | double precision",
        "double  precision | double precision",
        "bit(3) | bit(3)",
        "bit | bit(1)",
        "bit varying(5) | varbit(5)",
        "text[] | text[]",
        "text[3][4] | text[]",
        "integer ARRAY[4] | integer[]",
        "character varying(30)[] | varchar(30)[]",
        "timestamp(3) with time zone[] | timestamptz(3)[]",
        "pg_catalog.int4 | integer",
        "Mood | mood",
        "billing.mood[] | billing.mood[]",
        "geometry(Point, 4326) | geometry(Point,4326)",
        "\"char\" | \"char\"",
        "\"App\".\"Mood\"[] | \"App\".\"Mood\"[]"
      })
  void spellsTypesInOneShortWay(String spelling, String canonical) {
    assertThat(PostgresTypeNames.canonical(spelling)).isEqualTo(canonical);
  }

  @Test
  void isItsOwnFixedPoint() {
    for (String name : new String[] {"timestamptz(3)[]", "char(1)", "varbit(5)", "interval day"}) {
      assertThat(PostgresTypeNames.canonical(name)).isEqualTo(name);
    }
  }
}
