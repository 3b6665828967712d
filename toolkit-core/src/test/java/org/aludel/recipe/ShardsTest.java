package org.aludel.recipe;

import static org.aludel.recipe.AccountT.ACCOUNT;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.engine.ThrowingConsumer;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Statement;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recipe: rows divided among databases by a key, one session for each. */
@PostgresTest
final class ShardsTest {
  /** The names' hashes are 97 and 98: one goes to the second database, one to the first. */
  private static final String ODD = "a";

  private static final String EVEN = "b";

  private final List<Engine> engines = new ArrayList<>();
  private LinkDatabase first;
  private LinkDatabase second;
  private Shards shards;

  @BeforeEach
  void create(TestDatabase database) {
    Registry registry = Registry.of(RecipeBase.class);
    first = LinkDatabase.fresh(database, registry);
    second = LinkDatabase.fresh(database.another(), registry);
    engines.addAll(List.of(first.engine, second.engine));
    shards = new Shards(List.of(first.sessions, second.sessions));
  }

  @AfterEach
  void close() {
    engines.forEach(Engine::close);
  }

  record Shards(List<SessionFactory> all) {
    SessionFactory of(String key) {
      return all.get(Math.floorMod(key.hashCode(), all.size()));
    }

    <X extends Exception> void inTransaction(String key, ThrowingConsumer<Session, X> block)
        throws X {
      of(key).inTransaction(block);
    }

    <R> List<R> everywhere(Statement<R> query) {
      List<R> found = new ArrayList<>();
      for (SessionFactory shard : all) {
        found.addAll(shard.readOnly().fromTransaction(session -> session.scalars(query).all()));
      }
      return found;
    }
  }

  @Test
  void theKeySaysTheDatabaseAndAQueryAsksAll() {
    shards.inTransaction(ODD, session -> session.add(new Account(ODD, 10)));
    shards.inTransaction(EVEN, session -> session.add(new Account(EVEN, 20)));

    assertThat(first.query("SELECT owner FROM account")).containsExactly(List.of(EVEN));
    assertThat(second.query("SELECT owner FROM account")).containsExactly(List.of(ODD));
    assertThat(shards.everywhere(select(ACCOUNT.owner))).containsExactlyInAnyOrder(ODD, EVEN);
  }

  @Test
  void aFailureInOneLeavesTheOther() {
    shards.inTransaction(ODD, session -> session.add(new Account(ODD, 10)));

    assertThatThrownBy(
            () ->
                shards.inTransaction(
                    EVEN,
                    session -> {
                      session.add(new Account(EVEN, 20));
                      session.flush();
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(shards.everywhere(select(ACCOUNT.owner))).containsExactly(ODD);
  }
}
