package org.aludel.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aludel.error.UsageException;
import org.aludel.orm.freight.FreightBase;
import org.aludel.orm.freight.Weighing;
import org.aludel.orm.freight.WeighingT;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows in bulk whose ids the server would round. */
@PostgresTest
final class BulkTimeKeyTest {
  private static final WeighingT WEIGHING = WeighingT.WEIGHING;
  private static final Instant EXACT = Instant.parse("2026-11-28T10:00:00.123456Z");
  private static final Instant FINER = EXACT.plusNanos(100);

  private HierarchyDatabase freight;

  @BeforeEach
  void create(TestDatabase database) {
    freight = new HierarchyDatabase(database, Registry.of(FreightBase.class));
    freight.sessions.inTransaction(session -> session.add(new Weighing(EXACT, 1)));
  }

  @Test
  void anExactIdFindsItsRow() {
    freight.sessions.inTransaction(
        session ->
            assertThat(session.bulk().update(WEIGHING, List.of(Map.of("taken", EXACT, "grams", 2))))
                .isEqualTo(1));
  }

  @Test
  void anUpdateByAFinerIdIsRefused() {
    try (Session session = freight.sessions.open()) {
      assertThatThrownBy(
              () -> session.bulk().update(WEIGHING, List.of(Map.of("taken", FINER, "grams", 2))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
          .hasMessageContaining("finer than its column");
    }
  }

  @Test
  void anObjectOfAFinerIdIsNotInsertedToBeReadBack() {
    try (Session session = freight.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session
                      .bulk()
                      .insertReturning(
                          WEIGHING, List.of(Map.of("taken", FINER.plusSeconds(1), "grams", 2))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("finer than its column");
    }
    assertThat(freight.query("SELECT count(*) FROM weighing")).containsExactly(List.of("1"));
  }
}
