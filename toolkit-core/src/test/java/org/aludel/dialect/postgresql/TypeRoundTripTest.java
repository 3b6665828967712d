package org.aludel.dialect.postgresql;

import static org.aludel.dialect.postgresql.RoundTrip.createsItsEqual;

import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Types of a user's own, and what works on types. */
@Tag("servers")
@PostgresTest(judge = true, perMethod = true)
class TypeRoundTripTest {
  @Test
  void domains(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA s;
        CREATE DOMAIN plain AS int;
        CREATE DOMAIN a_chain AS plain CHECK (VALUE > 1);
        CREATE DOMAIN s."Rich" AS varchar(30) COLLATE "C" DEFAULT 'it''s' NOT NULL
          CONSTRAINT "Long" CHECK (length(VALUE) > 3) CONSTRAINT ab CHECK (VALUE ~ 'a' OR VALUE = '');
        ALTER DOMAIN plain ADD CONSTRAINT later CHECK (VALUE < 100) NOT VALID;
        CREATE DOMAIN list AS int[] CHECK (cardinality(VALUE) < 5);
        COMMENT ON DOMAIN plain IS 'plain';
        COMMENT ON CONSTRAINT "Long" ON DOMAIN s."Rich" IS 'long';
        CREATE TABLE t (a a_chain, b s."Rich", c plain[] DEFAULT '{}', d list);
        """);
  }

  @Test
  void compositesAndRanges(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA s;
        CREATE TYPE s.mood AS ENUM ('a');
        CREATE TYPE z AS (x int, "Y" text COLLATE "C", m s.mood[]);
        CREATE TYPE a AS (inner_z z, d numeric(10,2));
        CREATE TYPE nothing AS ();
        COMMENT ON TYPE z IS 'z';
        COMMENT ON COLUMN z."Y" IS 'y';
        CREATE FUNCTION s.gap(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1-$2';
        CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = s.gap);
        CREATE TYPE s.words AS RANGE (SUBTYPE = text, COLLATION = "C",
          SUBTYPE_OPCLASS = text_pattern_ops
          , MULTIRANGE_TYPE_NAME = many_words -- since 14
          );
        COMMENT ON TYPE span IS 'span';
        CREATE TABLE t (a a, b z[], c span, d s.words);
        ALTER TABLE t ADD e many_words; -- since 14
        """);
  }

  @Test
  void operatorsAndCasts(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA s;
        CREATE TYPE money2 AS (units int);
        CREATE FUNCTION s.eq(money2, money2) RETURNS boolean LANGUAGE sql IMMUTABLE
          AS 'SELECT $1.units = $2.units';
        CREATE FUNCTION lt(money2, money2) RETURNS boolean LANGUAGE sql IMMUTABLE
          AS 'SELECT $1.units < $2.units';
        CREATE FUNCTION cmp(money2, money2) RETURNS int LANGUAGE sql IMMUTABLE
          AS 'SELECT $1.units - $2.units';
        CREATE FUNCTION neg(money2) RETURNS money2 LANGUAGE sql IMMUTABLE AS 'SELECT $1';
        CREATE FUNCTION units(money2) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1.units';
        CREATE OPERATOR s.=== (FUNCTION = s.eq, LEFTARG = money2, RIGHTARG = money2,
          COMMUTATOR = OPERATOR(s.===), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
        CREATE OPERATOR <<< (FUNCTION = lt, LEFTARG = money2, RIGHTARG = money2,
          COMMUTATOR = >>>);
        CREATE OPERATOR >>> (FUNCTION = lt, LEFTARG = money2, RIGHTARG = money2,
          COMMUTATOR = <<<);
        CREATE OPERATOR !! (FUNCTION = neg, RIGHTARG = money2);
        CREATE OPERATOR FAMILY s.money_family USING btree;
        CREATE OPERATOR CLASS money_class FOR TYPE money2 USING btree FAMILY s.money_family AS
          OPERATOR 1 <<<, OPERATOR 3 s.===, OPERATOR 5 >>>, FUNCTION 1 cmp(money2, money2);
        CREATE CAST (money2 AS int) WITH FUNCTION units(money2) AS ASSIGNMENT;
        CREATE CAST (money2 AS text) WITH INOUT AS IMPLICIT;
        COMMENT ON OPERATOR s.=== (money2, money2) IS 'equal';
        COMMENT ON OPERATOR !! (NONE, money2) IS 'negative';
        COMMENT ON OPERATOR CLASS money_class USING btree IS 'class';
        COMMENT ON CAST (money2 AS int) IS 'cast';
        CREATE TABLE t (m money2);
        CREATE INDEX i ON t (m money_class);
        """);
  }

  @Test
  void collationsConversionsAndTextSearch(TestDatabase database) {
    createsItsEqual(
        database,
        """
        CREATE SCHEMA s;
        CREATE COLLATION "Mine" FROM "C";
        CREATE COLLATION s.same (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
        COMMENT ON COLLATION "Mine" IS 'mine';
        CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
        CREATE TEXT SEARCH DICTIONARY s.words (TEMPLATE = simple, stopwords = 'english', accept = false);
        CREATE TEXT SEARCH CONFIGURATION search (COPY = simple);
        ALTER TEXT SEARCH CONFIGURATION search ALTER MAPPING FOR word, asciiword
          WITH s.words, english_stem;
        COMMENT ON TEXT SEARCH CONFIGURATION search IS 'search';
        CREATE TABLE t (a text COLLATE "Mine", b text COLLATE s.same,
          v tsvector GENERATED ALWAYS AS (to_tsvector('search', 'x')) STORED);
        """);
  }
}
