package org.aludel.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.junit.jupiter.api.Test;

class DatabaseRoundsTest {
  private final List<String> lines = new ArrayList<>();
  private final DatabaseRounds rounds = new DatabaseRounds(lines::add);

  private static void fail(String what) {
    throw new RevisionException(Problem.of(MigrationCode.LOCKED, what).fix("wait"));
  }

  @Test
  void oneThatFailsIsNamedAndTheOthersHaveTheirTurn() {
    rounds.run("shop", () -> {});
    rounds.run("audit", () -> fail("cannot begin"));
    rounds.run("billing", () -> {});

    assertThatThrownBy(rounds::orThrow)
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-DATABASES-FAILED")
        .hasMessageContaining("failed for audit, done for shop, billing")
        .hasMessageContaining("audit: ORM-MIG-LOCKED: cannot begin")
        .hasMessageContaining("-Dorm.database=audit");
    assertThat(lines)
        .containsExactly(
            "Database  shop",
            "Database  audit",
            "Failed    audit: ORM-MIG-LOCKED",
            "Database  billing",
            "Done      shop",
            "Done      billing");
  }

  @Test
  void theOnlyDatabaseFailsAsItDoes() {
    assertThatThrownBy(() -> rounds.run(null, () -> fail("cannot begin")))
        .hasMessageContaining("ORM-MIG-LOCKED");
    assertThat(lines).isEmpty();
  }

  @Test
  void whereNoneFailsThereIsNothingToThrow() {
    rounds.run("shop", () -> {});

    rounds.orThrow();

    assertThat(lines).containsExactly("Database  shop");
  }
}
