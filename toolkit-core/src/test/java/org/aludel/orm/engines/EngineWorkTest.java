package org.aludel.orm.engines;

import static org.aludel.orm.engines.CurrencyT.CURRENCY;
import static org.aludel.orm.engines.LedgerT.LEDGER;
import static org.aludel.orm.engines.PostingT.POSTING;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.aludel.engine.Connection;
import org.aludel.error.StaleDataException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.BulkWrite;
import org.aludel.orm.session.NestedTransaction;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.SessionListener;
import org.aludel.orm.session.SessionOptions;
import org.aludel.orm.session.StreamedRows;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session does beyond loading and writing objects, in an engine that is not the default. */
@PostgresTest
final class EngineWorkTest {
  private static final Registry REGISTRY = Registry.of(Books.class);

  private LinkDatabase main;
  private LinkDatabase archive;
  private TestDatabase second;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    main = LinkDatabase.fresh(database, REGISTRY);
    second = database.another();
    archive = LinkDatabase.fresh(second, REGISTRY);
    second.run("ALTER TABLE ledger DROP CONSTRAINT fk_ledger_clerk_id_clerk");
    sessions = sessions(options -> {});
  }

  private SessionFactory sessions(Consumer<SessionOptions.Builder> more) {
    return SessionFactory.of(
        main.engine,
        REGISTRY,
        options ->
            more.accept(
                options.engine(archive.engine, Ledger.class, Posting.class, Currency.class)));
  }

  @AfterEach
  void close() {
    main.engine.close();
    archive.engine.close();
  }

  /** A ledger with two remarks and two postings, of a clerk. */
  private void inStored(BiConsumer<Session, Ledger> block) {
    sessions.inTransaction(session -> session.add(filled()));
    sessions.inTransaction(
        session -> {
          Ledger ledger = session.getOne(Ledger.class, 1L);
          main.sql();
          archive.sql();
          block.accept(session, ledger);
        });
  }

  private static Clerk filled() {
    Clerk clerk = new Clerk("Ada");
    Ledger ledger = new Ledger("cash");
    ledger.getRemarks().addAll(List.of("first", "second"));
    ledger.getPostings().addAll(List.of(new Posting(10), new Posting(20)));
    clerk.getLedgers().add(ledger);
    return clerk;
  }

  @Test
  void bulkInsertGoesToTheEngineOfTheClass() {
    sessions.inTransaction(
        session -> {
          session.bulk().insert(POSTING, List.of(Map.of("amount", 1), Map.of("amount", 2)));
          assertThat(session.bulk().insertReturning(POSTING, List.of(new Posting(3))))
              .extracting(Posting::getId)
              .containsExactly(3L);
        });

    assertThat(archive.query("SELECT amount FROM posting ORDER BY id"))
        .containsExactly(List.of("1"), List.of("2"), List.of("3"));
    assertThat(main.sql()).isEmpty();
  }

  @Test
  void bulkUpdateReadsTheObjectsAgainFromThere() {
    inStored(
        (session, ledger) -> {
          session
              .bulk()
              .update(LEDGER, List.of(Map.of("id", 1L, "version", 1, "title", "petty cash")));
          assertThat(ledger.getTitle()).isEqualTo("petty cash");
        });

    assertThat(archive.query("SELECT title FROM ledger")).containsExactly(List.of("petty cash"));
    assertThat(main.sql()).isEmpty();
  }

  @Test
  void copyGoesToTheEngineOfTheClass() {
    sessions.inTransaction(
        session ->
            assertThat(session.bulk().copy(POSTING, List.of(new Posting(1), new Posting(2))))
                .isEqualTo(2));

    assertThat(archive.query("SELECT amount FROM posting ORDER BY id"))
        .containsExactly(List.of("1"), List.of("2"));
    assertThat(main.sql()).isEmpty();
  }

  @Test
  void statementsThatWriteKeepTheObjectsInStep() {
    inStored(
        (session, ledger) -> {
          session.execute(update(LEDGER).set(LEDGER.title, "bank").where(LEDGER.id.eq(1L)));
          assertThat(ledger.getTitle()).isEqualTo("bank");
          Posting posting = session.getOne(Posting.class, 1L);
          session.execute(delete(POSTING).where(POSTING.amount.eq(10)));
          assertThat(session.contains(posting)).isFalse();
        });

    assertThat(main.sql()).isEmpty();
  }

  @Test
  void valuesOfACollectionAreReadAndWrittenThere() {
    inStored(
        (session, ledger) -> {
          assertThat(ledger.getRemarks()).containsExactly("first", "second");
          ledger.getRemarks().set(1, "other");
        });

    assertThat(archive.query("SELECT remarks FROM ledger_remarks ORDER BY remarks_order"))
        .containsExactly(List.of("first"), List.of("other"));
    assertThat(main.sql()).isEmpty();
  }

  @Test
  void aCollectionThatIsNeverLoadedIsWrittenAndAskedThere() {
    inStored(
        (session, ledger) -> {
          ledger.getPostings().add(new Posting(30));
          assertThat(
                  session
                      .scalars(ledger.getPostings().select(POSTING).where(POSTING.amount.ge(20)))
                      .all())
              .extracting(Posting::getAmount)
              .containsExactlyInAnyOrder(20, 30);
        });

    assertThat(main.sql()).isEmpty();
  }

  @Test
  void rowsAreStreamedFromTheEngineOfTheirClass() {
    inStored(
        (session, ledger) -> {
          List<Integer> amounts = new ArrayList<>();
          try (StreamedRows<Posting> rows =
              session.stream(select(POSTING).orderBy(POSTING.id), 1)) {
            rows.forEach(row -> amounts.add(row.getAmount()));
          }
          assertThat(amounts).containsExactly(10, 20);
        });

    assertThat(main.sql()).isEmpty();
  }

  @Test
  void aMergedGraphIsReadAndWrittenInBoth() {
    sessions.inTransaction(session -> session.add(filled()));
    Clerk detached =
        sessions.fromTransaction(
            session -> {
              Clerk found = session.getOne(Clerk.class, 1L);
              assertThat(found.getLedgers()).hasSize(1);
              return found;
            });
    detached.setName("Grace");
    detached.getLedgers().get(0).setTitle("bank");
    detached.getLedgers().add(new Ledger("stock"));
    main.sql();
    archive.sql();

    sessions.inTransaction(session -> session.merge(detached));

    assertThat(main.query("SELECT name FROM clerk")).containsExactly(List.of("Grace"));
    assertThat(archive.query("SELECT title, version, clerk_id FROM ledger ORDER BY id"))
        .containsExactly(List.of("bank", "2", "1"), List.of("stock", "1", "1"));
    assertThat(main.sql()).noneMatch(sql -> sql.contains("ledger"));
    assertThat(archive.sql()).noneMatch(sql -> sql.contains("clerk WHERE"));
  }

  @Test
  void aRefreshAsksTheEngineOfTheObject() {
    inStored(
        (session, ledger) -> {
          second.run("UPDATE ledger SET title = 'bank'");
          second.run("UPDATE ledger_remarks SET remarks = 'other' WHERE remarks_order = 0");
          session.refresh(ledger);
          assertThat(ledger.getTitle()).isEqualTo("bank");
          assertThat(ledger.getRemarks()).containsExactly("other", "second");
        });

    assertThat(main.sql()).isEmpty();
  }

  @Test
  void whatHasExpiredIsReadFromBoth() {
    sessions.inTransaction(session -> session.add(filled()));
    sessions.inTransaction(
        session -> {
          Ledger ledger = session.getOne(Ledger.class, 1L);
          String name = ledger.getClerk().getName();
          session.expireAll();
          main.sql();
          archive.sql();
          session.flush();
          assertThat(ledger.getClerk().getName()).isEqualTo(name);
        });

    assertThat(main.sql()).hasSize(1).allMatch(sql -> sql.contains("FROM clerk"));
    assertThat(archive.sql()).hasSize(1).allMatch(sql -> sql.contains("FROM ledger"));
  }

  @Test
  void recordsAreReadFromTheirEngine() {
    second.run("INSERT INTO currency VALUES ('EUR', 2)");

    sessions.inTransaction(
        session -> {
          assertThat(session.scalars(select(CURRENCY)).all())
              .containsExactly(new Currency("EUR", 2));
          assertThat(session.get(Currency.class, "EUR")).isEqualTo(new Currency("EUR", 2));
        });

    assertThat(main.sql()).isEmpty();
  }

  @Test
  void aStaleRowInOneEngineUndoesTheWorkInBoth() {
    sessions.inTransaction(session -> session.add(filled()));
    try (Session session = sessions.open()) {
      Clerk clerk = session.getOne(Clerk.class, 1L);
      Ledger ledger = clerk.getLedgers().get(0);
      second.run("UPDATE ledger SET version = 7");
      clerk.setName("Grace");
      ledger.setTitle("bank");

      assertThatThrownBy(session::commit).isInstanceOf(StaleDataException.class);

      session.rollback();
      assertThat(clerk.getName()).isEqualTo("Ada");
      assertThat(ledger.getTitle()).isEqualTo("cash");
    }
    assertThat(main.query("SELECT name FROM clerk")).containsExactly(List.of("Ada"));
    assertThat(archive.query("SELECT title FROM ledger")).containsExactly(List.of("cash"));
  }

  @Test
  void aSavepointGoesBackInBothEnginesAndInMemory() {
    sessions.inTransaction(session -> session.add(filled()));
    try (Session session = sessions.open()) {
      Clerk clerk = session.getOne(Clerk.class, 1L);
      Ledger ledger = clerk.getLedgers().get(0);
      Clerk other = session.add(new Clerk("Grace"));
      try (NestedTransaction nested = session.beginNested()) {
        clerk.getLedgers().remove(ledger);
        other.getLedgers().add(ledger);
        ledger.getRemarks().add("third");
        clerk.setName("none");
        session.flush();
        nested.rollback();
      }

      assertThat(ledger.getClerk()).isSameAs(clerk);
      assertThat(clerk.getLedgers()).containsExactly(ledger);
      assertThat(other.getLedgers()).isEmpty();
      assertThat(ledger.getRemarks()).containsExactly("first", "second");
      session.commit();
    }
    assertThat(main.query("SELECT name FROM clerk ORDER BY id"))
        .containsExactly(List.of("Ada"), List.of("Grace"));
    assertThat(archive.query("SELECT title, version, clerk_id FROM ledger"))
        .containsExactly(List.of("cash", "1", "1"));
    assertThat(archive.query("SELECT count(*) FROM ledger_remarks")).containsExactly(List.of("2"));
  }

  @Test
  void aDeleteCascadesIntoTheOtherEngine() {
    sessions.inTransaction(session -> session.add(filled()));

    sessions.inTransaction(session -> session.delete(session.getOne(Clerk.class, 1L)));

    assertThat(main.query("SELECT count(*) FROM clerk")).containsExactly(List.of("0"));
    assertThat(archive.query("SELECT count(*) FROM ledger")).containsExactly(List.of("0"));
    assertThat(archive.query("SELECT count(*) FROM posting")).containsExactly(List.of("0"));
  }

  /** Writes down what it is told. */
  private static final class Diary implements SessionListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void afterBegin(Session session, Connection connection) {
      lines.add(
          "begin " + connection.execute("SELECT current_database()").one().get("current_database"));
    }

    @Override
    public void afterFlush(Session session) {
      lines.add("after flush");
    }

    @Override
    public void afterCommit(Session session) {
      lines.add("after commit");
    }

    @Override
    public void afterBulk(Session session, BulkWrite write) {
      lines.add("bulk " + write.kind());
    }
  }

  @Test
  void listenersHearOneTransactionInEachEngineAndOneCommit() {
    Diary diary = new Diary();

    sessions(options -> options.listener(diary))
        .inTransaction(
            session -> {
              session.add(filled());
              session.flush();
              session.bulk().insert(POSTING, List.of(Map.of("amount", 1)));
            });

    String one = main.query("SELECT current_database()").get(0).get(0);
    String other = archive.query("SELECT current_database()").get(0).get(0);
    assertThat(diary.lines)
        .containsExactly(
            "begin " + one, "begin " + other, "after flush", "bulk INSERT", "after commit");
  }

  /** Refuses one of the transactions that begin. */
  private static final class Refusing implements SessionListener {
    private final List<Connection> told = new ArrayList<>();
    private int left;

    Refusing(int left) {
      this.left = left;
    }

    @Override
    public void afterBegin(Session session, Connection connection) {
      told.add(connection);
      left--;
      if (left == 0) {
        throw new IllegalStateException("not now");
      }
    }
  }

  @Test
  void aTransactionThatAListenerRefusedBeginsAnew() {
    Refusing refusing = new Refusing(1);
    try (Session session = sessions(options -> options.listener(refusing)).open()) {
      assertThatThrownBy(() -> session.get(Ledger.class, 1L)).hasMessage("not now");

      assertThat(session.get(Ledger.class, 1L)).isNull();
    }
    assertThat(refusing.told).hasSize(2);
  }

  @Test
  void anEngineThatWasRefusedInsideASavepointIsInItTheNextTime() {
    Refusing refusing = new Refusing(2);
    try (Session session = sessions(options -> options.listener(refusing)).open()) {
      session.add(new Clerk("Ada"));
      try (NestedTransaction nested = session.beginNested()) {
        assertThatThrownBy(() -> session.get(Ledger.class, 1L)).hasMessage("not now");
        session.add(new Ledger("cash"));
        session.flush();
        nested.rollback();
      }
      session.add(new Ledger("bank"));
      session.commit();
    }

    assertThat(refusing.told).hasSize(3);
    assertThat(archive.query("SELECT title FROM ledger")).containsExactly(List.of("bank"));
    assertThat(main.query("SELECT name FROM clerk")).containsExactly(List.of("Ada"));
  }

  @Test
  void aSavepointThatOneEngineRefusesIsSetInNone() {
    try (Session session = sessions.open()) {
      session.add(filled());
      NestedTransaction outer = session.beginNested();
      assertThatThrownBy(() -> session.connection(Ledger.class).execute("SELECT 1 / 0"))
          .hasMessageContaining("division by zero");

      assertThatThrownBy(session::beginNested).hasMessageContaining("aborted");

      session.connection().execute("UPDATE clerk SET name = 'lost'");
      outer.rollback();
      session.inNested(nested -> nested.add(new Ledger("bank")));
      session.commit();
    }
    assertThat(main.query("SELECT name FROM clerk")).containsExactly(List.of("Ada"));
    assertThat(archive.query("SELECT title FROM ledger ORDER BY id"))
        .containsExactly(List.of("cash"), List.of("bank"));
  }
}
