package org.aludel.orm.writeonly;

import static org.aludel.orm.writeonly.AccountT.ACCOUNT;
import static org.aludel.orm.writeonly.EntryT.ENTRY;
import static org.aludel.orm.writeonly.LabelT.LABEL;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.aludel.engine.Engine;
import org.aludel.error.UsageException;
import org.aludel.orm.collection.WriteOnlyCollection;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.query.Loading;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.orm.session.StreamedRows;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections that are never loaded. */
@PostgresTest
final class WriteOnlyCollectionTest {
  private static final Registry REGISTRY = Registry.of(AccountBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  WriteOnlyCollectionTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void fill() {
    engine.createAll(REGISTRY.metaData());
    sessions.inTransaction(
        session -> {
          Account account = new Account("first");
          account.getEntries().addAll(List.of(new Entry(1), new Entry(2), new Entry(3)));
          account.getLabels().addAll(List.of(new Label("old"), new Label("dear")));
          session.addAll(List.of(account, new Account("second")));
        });
    recorder.clear();
  }

  @AfterEach
  void drop() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private void inFirst(BiConsumer<Session, Account> block) {
    sessions.inTransaction(
        session -> {
          Account account = session.getOne(Account.class, 1L);
          recorder.clear();
          block.accept(session, account);
        });
  }

  private Board storedBoard() {
    Board board = new Board();
    sessions.inTransaction(session -> session.addAll(List.of(board, new Note("x", board))));
    return board;
  }

  private List<List<String>> entries() {
    return database.query("SELECT amount, account_id FROM entry ORDER BY id");
  }

  private List<List<String>> pairs() {
    return database.query("SELECT accounts_id, labels_id FROM account_label ORDER BY 1, 2");
  }

  @Test
  void firstElementsOfNewOwnersAreStoredWithThem() {
    assertThat(entries()).containsExactly(List.of("1", "1"), List.of("2", "1"), List.of("3", "1"));
    assertThat(pairs()).containsExactly(List.of("1", "1"), List.of("1", "2"));
  }

  @Test
  void whatIsAddedIsOneInsertAndNothingIsRead() {
    inFirst(
        (session, account) ->
            account.getEntries().addAll(IntStream.range(4, 104).mapToObj(Entry::new).toList()));

    assertThat(entries()).hasSize(103).contains(List.of("103", "1"));
    // The words of the INSERT depend on the server's version.
    assertThat(recorder.sql())
        .singleElement()
        .asString()
        .contains("INTO entry", "unnest(?::integer[], ?::bigint[])", "(amount, account_id)");
  }

  @Test
  void whatIsRemovedLosesItsReferenceByOneUpdate() {
    inFirst(
        (session, account) -> {
          List<Entry> all = session.scalars(select(ENTRY).orderBy(ENTRY.id)).all();
          recorder.clear();
          account.getEntries().removeAll(all.subList(0, 2));
        });

    assertThat(entries().get(0).get(0)).isEqualTo("1");
    assertThat(database.query("SELECT amount FROM entry WHERE account_id IS NULL ORDER BY 1"))
        .containsExactly(List.of("1"), List.of("2"));
    assertThat(recorder.sql())
        .containsExactly(
            "UPDATE entry AS t SET account_id = v.c1 FROM unnest(?::bigint[], ?::bigint[]) AS"
                + " v(k1, c1) WHERE t.id = v.k1 RETURNING t.id");
  }

  @Test
  void anElementThatMovesIsOneUpdate() {
    inFirst(
        (session, account) -> {
          Account second = session.getOne(Account.class, 2L);
          Entry entry = session.getOne(Entry.class, 1L);
          account.getEntries().remove(entry);
          second.getEntries().add(entry);
        });

    assertThat(entries().get(0)).containsExactly("1", "2");
  }

  @Test
  void whatIsRemovedIsDeletedUnderOrphanRemoval() {
    Board board = storedBoard();

    sessions.inTransaction(
        session ->
            session
                .getOne(Board.class, board.getId())
                .getNotes()
                .remove(session.getOne(Note.class, 1L)));

    assertThat(database.query("SELECT text FROM note")).isEmpty();
  }

  @Test
  void rowsBetweenComeAndGoInBulk() {
    inFirst(
        (session, account) -> {
          List<Label> all = session.scalars(select(LABEL).orderBy(LABEL.id)).all();
          recorder.clear();
          account.getLabels().removeAll(all);
          account.getLabels().addAll(List.of(new Label("new"), new Label("newer")));
        });

    assertThat(pairs()).containsExactly(List.of("1", "3"), List.of("1", "4"));
    assertThat(recorder.sql())
        .satisfiesExactly(
            sql ->
                assertThat(sql)
                    .isEqualTo(
                        "DELETE FROM account_label AS t USING unnest(?::bigint[], ?::bigint[]) AS"
                            + " v(k1, k2) WHERE t.accounts_id = v.k1 AND t.labels_id = v.k2"),
            sql -> assertThat(sql).contains("INTO label"),
            sql ->
                assertThat(sql)
                    .isEqualTo(
                        "INSERT INTO account_label (accounts_id, labels_id) SELECT v.c1, v.c2 FROM"
                            + " unnest(?::bigint[], ?::bigint[]) AS v(c1, c2)"));
  }

  @Test
  void whatCameAndLeftBeforeTheFlushIsNothing() {
    inFirst(
        (session, account) -> {
          Entry entry = new Entry(9);
          account.getEntries().add(entry);
          account.getEntries().add(entry);
          assertThat(account.getEntries().added()).containsExactly(entry);
          account.getEntries().remove(entry);
          assertThat(account.getEntries().added()).isEmpty();
          assertThat(account.getEntries().removed()).isEmpty();
        });

    assertThat(recorder.sql()).isEmpty();
  }

  @Test
  void aFlushWritesOnce() {
    inFirst(
        (session, account) -> {
          account.getEntries().add(new Entry(4));
          session.flush();
          assertThat(account.getEntries().added()).isEmpty();
          session.flush();
        });

    assertThat(recorder.sql()).hasSize(1);
  }

  @Test
  void elementsOfAOneToManyAreAStatement() {
    inFirst(
        (session, account) -> {
          List<Entry> found =
              session
                  .scalars(
                      account
                          .getEntries()
                          .select(ENTRY)
                          .where(ENTRY.amount.gt(1))
                          .orderBy(ENTRY.amount.desc())
                          .limit(5))
                  .all();
          assertThat(found).extracting(Entry::getAmount).containsExactly(3, 2);
          assertThat(found.get(0).getAccount()).isSameAs(account);
        });

    assertThat(recorder.sql())
        .containsExactly(
            "SELECT entry.id, entry.amount, entry.account_id FROM entry WHERE entry.account_id = ?"
                + " AND entry.amount > ? ORDER BY entry.amount DESC LIMIT ?");
  }

  @Test
  void elementsOfAManyToManyAreAStatement() {
    inFirst(
        (session, account) ->
            assertThat(
                    session
                        .scalars(account.getLabels().select(LABEL).where(LABEL.name.eq("dear")))
                        .all())
                .extracting(Label::getName)
                .containsExactly("dear"));

    assertThat(recorder.sql())
        .containsExactly(
            "SELECT label.id, label.name FROM label WHERE EXISTS (SELECT 1 FROM account_label WHERE"
                + " account_label.accounts_id = ? AND account_label.labels_id = label.id) AND"
                + " label.name = ?");
  }

  @Test
  void aStatementSeesWhatWasAddedBefore() {
    inFirst(
        (session, account) -> {
          account.getEntries().add(new Entry(4));
          assertThat(session.scalars(account.getEntries().select(ENTRY)).all()).hasSize(4);
        });
  }

  @Test
  void anElementOfAnotherSessionIsRefusedNotForgotten() {
    Entry other = sessions.fromTransaction(session -> session.getOne(Entry.class, 1L));

    inFirst(
        (session, account) -> {
          account.getEntries().remove(other);
          assertThatThrownBy(session::flush)
              .isInstanceOf(UsageException.class)
              .hasMessageContaining("ORM-SESSION-DETACHED")
              .hasMessageContaining("not in this session");
          session.rollback();
        });
  }

  @Test
  void elementsAreStreamed() {
    inFirst(
        (session, account) -> {
          List<Integer> amounts = new ArrayList<>();
          try (StreamedRows<Entry> rows = session.stream(account.getEntries().select(ENTRY), 2)) {
            rows.forEach(entry -> amounts.add(entry.getAmount()));
          }
          assertThat(amounts).containsExactlyInAnyOrder(1, 2, 3);
        });
  }

  @Test
  void statementsAskAboutThemAsAboutOtherCollections() {
    inFirst(
        (session, account) -> {
          assertThat(
                  session
                      .scalars(select(ACCOUNT).where(ACCOUNT.entries.any(ENTRY.amount.gt(2))))
                      .all())
              .containsExactly(account);
          assertThat(session.scalars(select(ENTRY).from(ACCOUNT).join(ACCOUNT.entries)).all())
              .hasSize(3);
          assertThat(
                  session
                      .scalars(select(ACCOUNT).where(ACCOUNT.labels.any(LABEL.name.eq("old"))))
                      .all())
              .containsExactly(account);
        });
  }

  @Test
  void aCollectionOfANewObjectCannotBeSelected() {
    Account account = new Account("new");

    assertThatThrownBy(() -> account.getEntries().select(ENTRY))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-NOT-PERSISTENT");
  }

  @Test
  void theServerDeletesElementsWithTheirOwner() {
    inFirst((session, account) -> session.delete(account));

    assertThat(entries()).isEmpty();
    assertThat(pairs()).isEmpty();
    assertThat(recorder.sql()).noneMatch(sql -> sql.contains("entry"));
  }

  @Test
  void anOwnerWhoseElementsWouldHaveToBeReadIsNotDeleted() {
    Board board = storedBoard();

    assertThatThrownBy(
            () ->
                sessions.inTransaction(
                    session -> session.delete(session.getOne(Board.class, board.getId()))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-WRITE-ONLY")
        .hasMessageContaining("Board.notes");
    assertThat(database.query("SELECT text FROM note")).hasSize(1);
  }

  @Test
  void anotherCollectionInItsPlaceIsRefused() {
    assertThatThrownBy(
            () -> inFirst((session, account) -> account.setEntries(WriteOnlyCollection.create())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-WRITE-ONLY")
        .hasMessageContaining("another collection");
  }

  @Test
  void optionsDoNotLoadIt() {
    inFirst(
        (session, account) ->
            assertThatThrownBy(
                    () ->
                        session
                            .scalars(select(ACCOUNT).options(Loading.selectIn(ACCOUNT.entries)))
                            .all())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("ORM-SESSION-WRITE-ONLY"));
  }

  @Test
  void optionsForAllRelationshipsLeaveItOut() {
    inFirst(
        (session, account) ->
            assertThat(session.scalars(select(ACCOUNT).options(Loading.selectInAll(ACCOUNT))).all())
                .hasSize(2));

    assertThat(recorder.sql()).hasSize(1);
  }

  @Test
  void theOtherSideIsBroughtInStep() {
    inFirst(
        (session, account) -> {
          Label label = session.getOne(Label.class, 1L);
          assertThat(label.getAccounts()).containsExactly(account);
          account.getLabels().remove(label);
          session.flush();
          assertThat(label.getAccounts()).isEmpty();
          label.getAccounts().add(account);
        });

    assertThat(pairs()).containsExactly(List.of("1", "1"), List.of("1", "2"));
  }

  @Test
  void aRefreshForgetsWhatWasNotFlushed() {
    inFirst(
        (session, account) -> {
          account.getEntries().add(new Entry(4));
          session.refresh(account);
          assertThat(account.getEntries().added()).isEmpty();
        });

    assertThat(entries()).hasSize(3);
  }

  @Test
  void aRollbackForgetsWhatWasAdded() {
    try (Session session = sessions.open()) {
      Account account = session.getOne(Account.class, 1L);
      account.getEntries().add(new Entry(4));
      session.rollback();
      session.flush();
      session.commit();
    }

    assertThat(entries()).hasSize(3);
  }

  @Test
  void aMergeCarriesOverWhatWasAdded() {
    List<Account> found = new ArrayList<>();
    inFirst((session, account) -> found.add(account));
    Account detached = found.get(0);
    detached.getEntries().add(new Entry(4));

    sessions.inTransaction(session -> session.merge(detached));

    assertThat(entries()).hasSize(4).contains(List.of("4", "1"));
  }

  @Test
  void historyTellsWhatCameAndLeft() {
    inFirst(
        (session, account) -> {
          Entry first = session.getOne(Entry.class, 1L);
          Entry added = new Entry(4);
          account.getEntries().add(added);
          account.getEntries().remove(first);

          assertThat(session.objects().history(account, ACCOUNT.entries).added())
              .containsExactly(added);
          assertThat(session.objects().history(account, ACCOUNT.entries).deleted())
              .containsExactly(first);
        });
  }
}
