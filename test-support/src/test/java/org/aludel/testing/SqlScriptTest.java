package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SqlScriptTest {
  @Test
  void semicolonsInQuotesEndNoStatement() {
    assertThat(
            SqlScript.statements(
                """
                SELECT 'a;''b'; SELECT ";"";"; SELECT E'\\';'; SELECT $$;$$, $x$ $$ ; $x$;
                SELECT 1"""))
        .containsExactly(
            "SELECT 'a;''b';",
            "SELECT \";\"\";\";",
            "SELECT E'\\';';",
            "SELECT $$;$$, $x$ $$ ; $x$;",
            "SELECT 1");
  }

  @Test
  void commentsAreNoStatements() {
    assertThat(SqlScript.statements("-- a; b\n/* c; /* d; */ e; */ SELECT /* f; */ 1; -- end"))
        .containsExactly("SELECT /* f; */ 1;");
  }

  @Test
  void bodiesAndRulesKeepTheirSemicolons() {
    String routine =
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END;"
            + " SELECT 2; END;";
    String rule = "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);";

    assertThat(SqlScript.statements(routine + rule)).containsExactly(routine, rule);
  }

  @Test
  void aTransactionIsThreeStatements() {
    assertThat(SqlScript.statements("BEGIN; SELECT 1; END;"))
        .containsExactly("BEGIN;", "SELECT 1;", "END;");
  }

  @Test
  void backslashCommandsAreLeftOut() {
    assertThat(SqlScript.statements("\\restrict abc\nSELECT 1;\n\\unrestrict abc\n"))
        .containsExactly("SELECT 1;");
  }

  @Test
  void dollarsInNamesAndParametersQuoteNothing() {
    assertThat(SqlScript.statements("SELECT a$b$; SELECT $1; SELECT c$b$;"))
        .containsExactly("SELECT a$b$;", "SELECT $1;", "SELECT c$b$;");
  }
}
