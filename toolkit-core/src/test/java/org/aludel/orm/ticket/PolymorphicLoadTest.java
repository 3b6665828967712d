package org.aludel.orm.ticket;

import static org.aludel.orm.query.Loading.selectInPolymorphic;
import static org.aludel.orm.query.Loading.withPolymorphic;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.ddl.CreateOrder;
import org.aludel.dialect.postgresql.PostgresDdlCompiler;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.StatementOption;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class PolymorphicLoadTest {
  private static final TicketT TICKET = TicketT.TICKET;

  private static final String BUGS =
      "SELECT bug.id, bug.version, bug.kind FROM (SELECT ticket.id, ticket.title, bug.version,"
          + " ticket.kind FROM ticket JOIN bug ON bug.id = ticket.id) AS bug"
          + " WHERE bug.id = ANY (?)";

  private final StatementRecorder recorder = new StatementRecorder();
  private SessionFactory sessions;

  @BeforeEach
  void fill(TestDatabase database) {
    Registry registry = Registry.of(TicketBase.class);
    sessions = SessionFactory.of(Engine.create(recorder.wrap(database.dataSource())), registry);
    database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    PostgresDdlCompiler compiler = new PostgresDdlCompiler();
    CreateOrder.createAll(registry.metaData()).stream()
        .map(compiler::compile)
        .forEach(database::run);
    sessions.inTransaction(
        session ->
            session.addAll(
                List.of(
                    new Bug(1L, "a", "1.0"),
                    new Bug(2L, "b", "1.1"),
                    new Crash(3L, "c", "at main"),
                    new Task(4L, "d", "5"),
                    new Wish(5L, "e", "nice"))));
    recorder.clear();
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  private static List<Ticket> tickets(Session session, StatementOption... options) {
    return session.scalars(select(TICKET).options(options).orderBy(TICKET.id)).all();
  }

  @Test
  void classesSayWhenTheirColumnsAreRead() {
    try (Session session = sessions.open()) {
      List<Ticket> all = tickets(session);
      assertThat(sql())
          .containsExactly(
              "SELECT ticket.id, ticket.title, ticket.room, ticket.kind FROM (SELECT ticket.id,"
                  + " ticket.title, task.room, ticket.kind FROM ticket LEFT JOIN task ON task.id ="
                  + " ticket.id) AS ticket ORDER BY ticket.id",
              BUGS,
              "SELECT crash.id, crash.version, crash.stack FROM (SELECT ticket.id, ticket.title,"
                  + " bug.version, crash.stack FROM ticket JOIN bug ON bug.id ="
                  + " ticket.id JOIN crash ON crash.id = bug.id) AS crash WHERE crash.id = ANY"
                  + " (?)");

      assertThat(((Bug) all.get(0)).getVersion()).isEqualTo("1.0");
      assertThat(((Crash) all.get(2)).getStack()).isEqualTo("at main");
      assertThat(((Task) all.get(3)).getRoom()).isEqualTo("5");
      assertThat(sql()).isEmpty();
      assertThat(((Wish) all.get(4)).getReason()).isEqualTo("nice");
      assertThat(sql()).hasSize(1);
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void aStatementOverTheClassItselfReadsItsColumns() {
    try (Session session = sessions.open()) {
      session.scalars(select(BugT.BUG)).all();
      session.scalars(select(WishT.WISH)).all();
    }
    assertThat(sql()).hasSize(2).allMatch(sql -> sql.contains("version") || sql.contains("reason"));
  }

  @Test
  void optionsOverrideTheMapping() {
    try (Session session = sessions.open()) {
      List<Ticket> all = tickets(session, withPolymorphic(TICKET, WishT.WISH));
      assertThat(sql()).singleElement().asString().contains("wish.reason").doesNotContain("task");
      assertThat(((Wish) all.get(4)).getReason()).isEqualTo("nice");
      assertThat(sql()).isEmpty();
    }
    try (Session session = sessions.open()) {
      tickets(session, selectInPolymorphic(TICKET, BugT.BUG));
      assertThat(sql()).hasSize(2).contains(BUGS);
    }
  }

  @Test
  void getFollowsTheMappingToo() {
    try (Session session = sessions.open()) {
      Ticket bug = session.getOne(Ticket.class, 1L);
      assertThat(sql()).hasSize(2).contains(BUGS);

      session.refresh(bug);
      assertThat(sql()).hasSize(1);
    }
  }

  @Test
  void aChangeOfWhatIsReadLaterIsWritten() {
    sessions.inTransaction(session -> ((Wish) tickets(session).get(4)).setReason("needed"));
    assertThat(sql()).contains("UPDATE wish SET reason = ? WHERE id = ?");

    sessions.inTransaction(session -> tickets(session).forEach(session::delete));
    try (Session session = sessions.open()) {
      assertThat(tickets(session)).isEmpty();
    }
  }
}
