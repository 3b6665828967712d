package org.aludel.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.aludel.engine.Engine;
import org.aludel.error.StaleDataException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recipe: who comes second to a row reads it again and does his change once more. */
@PostgresTest
final class OptimisticRetryTest {
  private LinkDatabase shop;
  private Engine engine;
  private SessionFactory sessions;
  private final AtomicInteger runs = new AtomicInteger();

  @BeforeEach
  void create(TestDatabase database) {
    shop = LinkDatabase.fresh(database, Registry.of(RecipeBase.class));
    engine = shop.engine;
    sessions = shop.sessions;
    sessions.inTransaction(session -> session.add(new Price("tea", 300)));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  static void retrying(SessionFactory sessions, int attempts, Consumer<Session> block) {
    for (int attempt = 1; true; attempt++) {
      try {
        sessions.inTransaction(block::accept);
        return;
      } catch (StaleDataException conflict) {
        if (attempt >= attempts) {
          throw conflict;
        }
      }
    }
  }

  /** Adds 10, while others add 100 in the first runs. */
  private Consumer<Session> raise(int disturbedRuns) {
    return session -> {
      Price tea = session.getOne(Price.class, 1L);
      if (runs.incrementAndGet() <= disturbedRuns) {
        sessions.inTransaction(
            other -> {
              Price same = other.getOne(Price.class, 1L);
              same.setCents(same.getCents() + 100);
            });
      }
      tea.setCents(tea.getCents() + 10);
    };
  }

  private List<List<String>> cents() {
    return shop.query("SELECT cents FROM price");
  }

  @Test
  void bothChangesAreThere() {
    retrying(sessions, 3, raise(1));

    assertThat(cents()).containsExactly(List.of("410"));
    assertThat(runs).hasValue(2);
  }

  @Test
  void withoutAConflictItRunsOnce() {
    retrying(sessions, 3, raise(0));

    assertThat(cents()).containsExactly(List.of("310"));
    assertThat(runs).hasValue(1);
  }

  @Test
  void theLastConflictIsTheCallers() {
    assertThatThrownBy(() -> retrying(sessions, 2, raise(5)))
        .isInstanceOf(StaleDataException.class);

    assertThat(cents()).containsExactly(List.of("500"));
    assertThat(runs).hasValue(2);
  }

  @Test
  void anotherFailureIsNotTriedAgain() {
    assertThatThrownBy(
            () ->
                retrying(
                    sessions,
                    3,
                    session -> {
                      runs.incrementAndGet();
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(runs).hasValue(1);
  }
}
