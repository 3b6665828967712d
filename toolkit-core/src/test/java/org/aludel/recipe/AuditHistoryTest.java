package org.aludel.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.orm.event.EntityListener;
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

/** Recipe: a table of all that happened to rows, written in the flush that writes them. */
@PostgresTest
final class AuditHistoryTest {
  private LinkDatabase shop;
  private Engine engine;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    History history = new History();
    shop =
        LinkDatabase.fresh(
            database,
            Registry.of(RecipeBase.class),
            options -> options.listener(Price.class, history).listener(history));
    engine = shop.engine;
    sessions = shop.sessions;
    database.run(
        "CREATE TABLE price_history (id bigint GENERATED ALWAYS AS IDENTITY, price bigint NOT NULL,"
            + " action text NOT NULL, cents integer NOT NULL)");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  static final class History implements EntityListener<Price>, SessionListener {
    private final Map<Connection, List<List<Object>>> lines =
        Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public void afterInsert(Price price, Connection connection) {
      note("insert", price, connection);
    }

    @Override
    public void afterUpdate(Price price, Connection connection) {
      note("update", price, connection);
    }

    @Override
    public void afterDelete(Price price, Connection connection) {
      note("delete", price, connection);
    }

    private void note(String action, Price price, Connection connection) {
      lines
          .computeIfAbsent(connection, any -> new ArrayList<>())
          .add(List.of(price.getId(), action, price.getCents()));
    }

    @Override
    public void afterFlush(Session session) {
      List<List<Object>> written = lines.remove(session.connection());
      if (written != null) {
        session
            .connection()
            .batch("INSERT INTO price_history (price, action, cents) VALUES (?, ?, ?)", written);
      }
    }
  }

  private List<List<String>> history() {
    return shop.query("SELECT price, action, cents FROM price_history ORDER BY id");
  }

  @Test
  void everyWrittenRowLeavesALine() {
    Price tea = sessions.fromTransaction(session -> session.add(new Price("tea", 300)));
    sessions.inTransaction(session -> session.getOne(Price.class, tea.getId()).setCents(350));
    sessions.inTransaction(session -> session.delete(session.getOne(Price.class, tea.getId())));

    assertThat(history())
        .containsExactly(
            List.of("1", "insert", "300"),
            List.of("1", "update", "350"),
            List.of("1", "delete", "350"));
  }

  @Test
  void whatIsOnlyReadOrSetToAnEqualValueLeavesNone() {
    Price tea = sessions.fromTransaction(session -> session.add(new Price("tea", 300)));
    sessions.inTransaction(session -> session.getOne(Price.class, tea.getId()).setCents(300));

    assertThat(history()).containsExactly(List.of("1", "insert", "300"));
  }

  @Test
  void theLinesOfAFlushAreOneBatch() {
    sessions.inTransaction(
        session -> session.addAll(List.of(new Price("tea", 300), new Price("rum", 900))));

    assertThat(shop.sql())
        .filteredOn(sql -> sql.contains("price_history"))
        .containsExactly("INSERT INTO price_history (price, action, cents) VALUES (?, ?, ?)");
    assertThat(history()).hasSize(2);
  }

  @Test
  void theyAreRolledBackWithTheRows() {
    assertThatThrownBy(
            () ->
                sessions.inTransaction(
                    session -> {
                      session.add(new Price("tea", 300));
                      session.flush();
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    sessions.inTransaction(session -> session.add(new Price("rum", 900)));

    assertThat(history()).extracting(line -> line.get(2)).containsExactly("900");
  }
}
