package org.aludel.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.engine.Engine;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.SessionListener;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recipe: detached objects are kept until a transaction that changed them is committed. */
@PostgresTest
final class ReadThroughCacheTest {
  private LinkDatabase shop;
  private Engine engine;
  private SessionFactory sessions;
  private final Prices prices = new Prices();

  @BeforeEach
  void create(TestDatabase database) {
    shop =
        LinkDatabase.fresh(
            database, Registry.of(RecipeBase.class), options -> options.listener(prices));
    engine = shop.engine;
    sessions = shop.sessions;
    sessions.inTransaction(session -> session.add(new Price("tea", 300)));
    shop.sql();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  static final class Prices implements SessionListener {
    private final Map<Long, Price> kept = new ConcurrentHashMap<>();
    private final Map<Session, Set<Long>> touched =
        Collections.synchronizedMap(new WeakHashMap<>());

    Price get(SessionFactory sessions, Long id) {
      return kept.computeIfAbsent(
          id,
          missing ->
              sessions.readOnly().fromTransaction(session -> session.getOne(Price.class, missing)));
    }

    @Override
    public void beforeFlush(Session session) {
      List<Object> stale = new ArrayList<>(session.objects().changed());
      stale.addAll(session.objects().deleted());
      for (Object object : stale) {
        if (object instanceof Price price) {
          touched.computeIfAbsent(session, any -> new HashSet<>()).add(price.getId());
        }
      }
    }

    @Override
    public void afterCommit(Session session) {
      Set<Long> stale = touched.remove(session);
      if (stale != null) {
        stale.forEach(kept::remove);
      }
    }

    @Override
    public void afterRollback(Session session) {
      touched.remove(session);
    }
  }

  @Test
  void theSecondReadAsksNoServer() {
    Price first = prices.get(sessions, 1L);
    shop.sql();

    assertThat(prices.get(sessions, 1L)).isSameAs(first);
    assertThat(shop.sql()).isEmpty();
  }

  @Test
  void aCommittedChangeIsReadAnew() {
    prices.get(sessions, 1L);
    sessions.inTransaction(session -> session.getOne(Price.class, 1L).setCents(350));

    assertThat(prices.get(sessions, 1L).getCents()).isEqualTo(350);
  }

  @Test
  void beforeTheCommitAndAfterARollbackNothingIsForgotten() {
    Price first = prices.get(sessions, 1L);
    try (Session session = sessions.open()) {
      session.getOne(Price.class, 1L).setCents(350);
      session.flush();
      assertThat(prices.get(sessions, 1L)).isSameAs(first);
      session.rollback();
    }

    assertThat(prices.get(sessions, 1L)).isSameAs(first);
    assertThat(first.getCents()).isEqualTo(300);
  }
}
