package org.aludel.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void messageHasEachGivenPartOnItsOwnLine() {
    Problem problem =
        Problem.of(MigrationCode.MULTIPLE_HEADS, "cannot upgrade to \"head\": there are 2 heads")
            .found("4f1c2a \"add orders\"\n9be07d \"add invoices\"")
            .expected("one head, or a target that names one")
            .fix("mvn orm:upgrade -Dorm.to=4f1c2a");

    assertThat(problem.message())
        .isEqualTo(
            """
            ORM-MIG-MULTIPLE-HEADS: cannot upgrade to "head": there are 2 heads
              Found:    4f1c2a "add orders"
                        9be07d "add invoices"
              Expected: one head, or a target that names one
              Fix:      mvn orm:upgrade -Dorm.to=4f1c2a
              More:     docs/errors.md#orm-mig-multiple-heads""");
  }

  @Test
  void messageLeavesOutWhatWasNotGiven() {
    assertThat(Problem.of(SchemaCode.INVALID_NAME, "cannot name a table \"\"").message())
        .isEqualTo(
            """
            ORM-SCHEMA-INVALID-NAME: cannot name a table ""
              More:     docs/errors.md#orm-schema-invalid-name""");
  }

  @Test
  void exceptionCarriesTheProblemAndTheCause() {
    Problem problem = Problem.of(SqlCode.SYNTAX, "cannot run the statement");
    Exception cause = new Exception("42601");

    SchemaException exception = new SchemaException(problem, cause);

    assertThat(exception).hasMessage(problem.message()).hasCause(cause);
    assertThat(exception.code()).isEqualTo(SqlCode.SYNTAX);
  }
}
