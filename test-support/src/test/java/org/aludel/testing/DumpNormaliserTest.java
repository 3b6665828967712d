package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DumpNormaliserTest {
  @Test
  void sortsStatementsAndLeavesTheNoiseOut() {
    assertThat(
            SchemaDump.standard()
                .normalise(
                    """
                    --
                    -- PostgreSQL database dump
                    --
                    \\restrict x
                    SET statement_timeout = 0;
                    SELECT pg_catalog.set_config('search_path', '', false);
                    CREATE SCHEMA public;
                    COMMENT ON SCHEMA public IS 'standard public schema';
                    -- Name: b
                    CREATE SEQUENCE public.b;
                    COMMENT ON SCHEMA public IS 'ours';
                    CREATE SEQUENCE public.a;
                    """))
        .isEqualTo(
            """
            COMMENT ON SCHEMA public IS 'ours';

            CREATE SEQUENCE public.a;

            CREATE SEQUENCE public.b;
            """);
  }

  @Test
  void saysTheAccessMethodOfATableWhereItIsNotTheUsual() {
    assertThat(
            SchemaDump.standard()
                .normalise(
                    """
                    SET default_table_access_method = other;
                    CREATE TABLE t (
                        a integer
                    );
                    SET default_table_access_method = heap;
                    CREATE TABLE u (
                        a integer
                    );
                    """))
        .isEqualTo(
            """
            CREATE TABLE t (
                a integer
            ); -- USING other

            CREATE TABLE u (
                a integer
            );
            """);
  }

  @Test
  void columnsAreSortedOnlyWhenTheirOrderIsIgnored() {
    String table =
        """
        CREATE TABLE public."a b" (
            z numeric(10,2) DEFAULT f('x,y', 1),
            a text[] DEFAULT ARRAY['(', ','],
            CONSTRAINT c CHECK ((z > (0)::numeric))
        )
        PARTITION BY RANGE (z, a);
        """;

    assertThat(SchemaDump.standard().normalise(table)).isEqualTo(table);
    assertThat(SchemaDump.standard().ignoringColumnOrder().normalise(table))
        .isEqualTo(
            """
            CREATE TABLE public."a b" (
                CONSTRAINT c CHECK ((z > (0)::numeric)),
                a text[] DEFAULT ARRAY['(', ','],
                z numeric(10,2) DEFAULT f('x,y', 1)
            )
            PARTITION BY RANGE (z, a);
            """);
  }

  @Test
  void compositeTypesAreSortedLikewiseButEnumsNever() {
    assertThat(
            SchemaDump.standard()
                .ignoringColumnOrder()
                .normalise(
                    """
                    CREATE TYPE public.c AS (
                    \tz integer,
                    \ta text
                    );
                    CREATE TYPE public.e AS ENUM (
                        'z',
                        'a'
                    );
                    """))
        .isEqualTo(
            """
            CREATE TYPE public.c AS (
                a text,
                z integer
            );

            CREATE TYPE public.e AS ENUM (
                'z',
                'a'
            );
            """);
  }
}
