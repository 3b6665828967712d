package org.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.aludel.error.RevisionException;
import org.junit.jupiter.api.Test;

/** What can be said of a step that is a class without the class. */
class CustomChangeCheckTest {
  private static final String CLASS = "org.aludel.migrations.step.Backfill";
  private static final String FILE =
      """
      revision:
        id: "aaaa"
        down: []
        message: fill
        created: "2026-11-22T15:04:00Z"
      databaseChangeLog:
        - logicalFilePath: aludel/aaaa.yaml
        - changeSet:
            id: "aaaa-1"
            author: aludel
            runInTransaction: false
            changes:
              - customChange:
                  class: org.aludel.migrations.step.Backfill
                  params:
                    - param: {name: table, value: t}
                    - param: {name: set, value: "n = 1"}
            rollback: []
      """;

  private static RevisionException refused(String old, String replacement) {
    assertThat(FILE).contains(old);
    return catchThrowableOfType(
        RevisionException.class,
        () -> new RevisionLoader().load("x.yaml", FILE.replace(old, replacement)));
  }

  @Test
  void staysSilentOnABackfill() {
    assertThat(new RevisionLoader().load("x.yaml", FILE).revision().changeSets()).hasSize(1);
  }

  @Test
  void staysSilentOnAnyClassWithAnyParameters() {
    String file = FILE.replace(CLASS, "shop.Filler$Inner");

    assertThat(new RevisionLoader().load("x.yaml", file).revision().changeSets()).hasSize(1);
  }

  @Test
  void findsWhatIsNoNameOfAClass() {
    assertThat(refused(CLASS, "shop/Filler.class"))
        .hasMessageContaining("x.yaml:14:20: \"class\" must be the full name of a class, found");
  }

  @Test
  void findsAParameterThatIsGivenTwice() {
    assertThat(refused("name: set", "name: table"))
        .hasMessageContaining("x.yaml:17:24: the parameter \"table\" is given twice");
  }

  @Test
  void findsAParameterThatABackfillDoesNotHave() {
    assertThat(refused("name: set", "name: sett"))
        .hasMessageContaining("x.yaml:17:44: a backfill has no parameter \"sett\", did you mean")
        .hasMessageContaining("x.yaml:14:13: a backfill needs the parameter \"set\"");
  }

  @Test
  void findsValuesThatMeanNothing() {
    assertThat(refused("value: t}", "value: t}\n" + param("batch", "many")))
        .hasMessageContaining("x.yaml:17:45: \"batch\" must be a number from 1 to 1000000");
    assertThat(refused("value: t}", "value: t}\n" + param("pause", "5")))
        .hasMessageContaining("\"pause\" must be a time such as 50ms or 2s, found \"5\"");
    assertThat(refused("value: t}", "value: t}\n" + param("key", "a b")))
        .hasMessageContaining("\"key\" must be columns as SQL writes them, found \"a b\"");
  }

  private static String param(String name, String value) {
    return "              - param: {name: " + name + ", value: \"" + value + "\"}";
  }

  @Test
  void findsABackfillThatSharesATransactionOrAStep() {
    String message = "a backfill commits in parts: it stands alone in a changeSet with";

    assertThat(refused("runInTransaction: false", "runInTransaction: true"))
        .hasMessageContaining("x.yaml:13:11: " + message);
    assertThat(refused("changes:\n", "changes:\n        - sql: {sql: SELECT 1}\n"))
        .hasMessageContaining("x.yaml:14:11: " + message);
  }
}
