package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Labels come first and alone where they must; all else shares the last transaction. */
@PostgresTest(perMethod = true)
final class AddedLabelTest {
  private static final String BEFORE =
      "CREATE TYPE mood AS ENUM ('sad', 'ok');"
          + "CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'ok', n text,"
          + " CHECK (m <> 'sad'));"
          + "INSERT INTO t VALUES (1, 'ok', 'x');";

  @Test
  void aRenameOfTheTableWaitsForTheLastTransaction(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(BEFORE)
            .after(
                "CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');"
                    + "CREATE TABLE tt (id int CONSTRAINT t_pkey PRIMARY KEY,"
                    + " m mood NOT NULL DEFAULT 'glad',"
                    + " n text NOT NULL, CONSTRAINT t_m_check CHECK (m <> 'sad'));")
            .renames("t:tt");

    assertThat(steps(evolution.check()))
        .containsExactly(
            List.of("false", "add enum value  mood \"glad\""),
            List.of(
                "true",
                "rename table  t -> tt",
                "set not null  tt.n",
                "change default  tt.m 'ok'::mood -> 'glad'::mood"));
  }

  @Test
  void aRenameOfALabelWaitsToo(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(BEFORE)
            .after(
                "CREATE TYPE mood AS ENUM ('down', 'glad', 'ok', 'new');"
                    + "CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'glad', n text,"
                    + " CHECK (m <> 'down'));")
            .renames("mood.sad:down");

    assertThat(steps(evolution.check()))
        .containsExactly(
            List.of("false", "add enum value  mood \"glad\" before \"ok\""),
            List.of(
                "true",
                "add enum value  mood \"new\"",
                "rename enum value  mood \"sad\" -> \"down\"",
                "change default  t.m 'ok'::mood -> 'glad'::mood"));
  }

  @Test
  void aLabelThatTakesTheNameOfARenamedOneExchangesTheType(TestDatabase database) {
    Evolution evolution =
        Evolution.on(database)
            .before(BEFORE)
            .after(
                "CREATE TYPE mood AS ENUM ('down', 'ok', 'sad');"
                    + "CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'ok', n text,"
                    + " CHECK (m <> 'down'));");

    Evolution renamed = evolution.renames("mood.sad:down");

    assertThat(steps(renamed.check()).get(0)).startsWith("true");
  }

  private static List<List<String>> steps(MigrationPlan plan) {
    return plan.steps().stream().map(AddedLabelTest::words).toList();
  }

  private static List<String> words(MigrationPlan.Step step) {
    List<String> words = new ArrayList<>();
    words.add(Boolean.toString(step.transactional()));
    step.operations().forEach(each -> words.add(each.operation().describe()));
    return words;
  }
}
