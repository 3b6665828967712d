package org.aludel.orm.engines;

import static org.aludel.orm.engines.ReceiptT.RECEIPT;
import static org.aludel.orm.engines.ShopT.SHOP;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.subquery;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.DatabaseException;
import org.aludel.error.UsageException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.NestedTransaction;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class SeveralEnginesTest {
  private static final String SELECT_SHOP = "SELECT id, name FROM shop WHERE id = ?";
  private static final String SELECT_RECEIPTS =
      "SELECT id, total, shop_id FROM receipt WHERE shop_id = ANY (?::bigint[]) ORDER BY id";
  private static final String COUNT_SHOPS = "SELECT count(*) FROM shop";
  private static final String COUNT_RECEIPTS = "SELECT count(*) FROM receipt";

  private TestDatabase mainDatabase;
  private LinkDatabase main;
  private LinkDatabase archive;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    Registry registry = Registry.of(EnginesBase.class);
    mainDatabase = database;
    TestDatabase second = database.another();
    main = LinkDatabase.fresh(database, registry);
    archive = LinkDatabase.fresh(second, registry);
    // No constraint reaches into another database; this one fails at the commit when it is told.
    second.run(
        "ALTER TABLE receipt DROP CONSTRAINT fk_receipt_shop_id_shop, ADD CONSTRAINT one_total"
            + " UNIQUE (total) DEFERRABLE INITIALLY DEFERRED");
    sessions =
        SessionFactory.of(
            main.engine,
            EnginesBase.class,
            options -> options.engine(archive.engine, Receipt.class));
  }

  @AfterEach
  void close() {
    main.engine.close();
    archive.engine.close();
  }

  private long shop(String name, int... totals) {
    long id =
        sessions.fromTransaction(
            session -> {
              Shop shop = session.add(new Shop(name));
              for (int total : totals) {
                session.add(new Receipt(shop, total));
              }
              session.flush();
              return shop.getId();
            });
    main.sql();
    archive.sql();
    return id;
  }

  @Test
  void eachClassIsWrittenInItsEngine() {
    sessions.inTransaction(
        session -> session.add(new Receipt(session.add(new Shop("Corner")), 10)));

    assertThat(main.sql()).containsExactly("INSERT INTO shop (name) VALUES (?) RETURNING id");
    assertThat(archive.sql())
        .containsExactly("INSERT INTO receipt (total, shop_id) VALUES (?, ?) RETURNING id");
    assertThat(archive.query("SELECT total, shop_id FROM receipt"))
        .isEqualTo(List.of(List.of("10", main.query("SELECT id FROM shop").get(0).get(0))));
  }

  @Test
  void aSessionConnectsToTheEnginesThatItUses() {
    long id = shop("Corner");

    sessions.inTransaction(session -> session.getOne(Shop.class, id).setName("Square"));

    assertThat(main.sql()).containsExactly(SELECT_SHOP, "UPDATE shop SET name = ? WHERE id = ?");
    assertThat(archive.sql()).isEmpty();
  }

  @Test
  void aCollectionIsLoadedFromTheEngineOfItsElements() {
    long id = shop("Corner", 10, 20);

    sessions.inTransaction(
        session ->
            assertThat(session.getOne(Shop.class, id).getReceipts())
                .extracting(Receipt::getTotal)
                .containsExactly(10, 20));

    assertThat(main.sql()).containsExactly(SELECT_SHOP);
    assertThat(archive.sql()).containsExactly(SELECT_RECEIPTS);
  }

  @Test
  void aReferenceIsLoadedFromTheEngineOfItsTarget() {
    shop("Corner", 10);

    sessions.inTransaction(
        session ->
            assertThat(session.scalar(select(RECEIPT)).getShop().getName()).isEqualTo("Corner"));

    assertThat(main.sql()).hasSize(1).allMatch(sql -> sql.contains("FROM shop"));
    assertThat(archive.sql())
        .containsExactly("SELECT receipt.id, receipt.total, receipt.shop_id FROM receipt");
  }

  @Test
  void selectInLoadsAcrossEngines() {
    shop("Corner", 10);
    shop("Square", 20);

    sessions.inTransaction(
        session ->
            assertThat(session.scalars(select(SHOP), selectIn(SHOP.receipts)).all())
                .extracting(shop -> shop.getReceipts().size())
                .containsExactly(1, 1));

    assertThat(main.sql()).containsExactly("SELECT shop.id, shop.name FROM shop");
    assertThat(archive.sql()).containsExactly(SELECT_RECEIPTS);
  }

  @Test
  void aSubqueryAcrossEnginesBecomesKeys() {
    shop("Corner", 10);

    sessions.inTransaction(
        session ->
            assertThat(session.scalar(select(SHOP), subquery(SHOP.receipts)).getReceipts())
                .hasSize(1));

    assertThat(archive.sql()).containsExactly(SELECT_RECEIPTS);
  }

  @Test
  void statementsAcrossEnginesAreRefused() {
    long id = shop("Corner", 10);

    sessions.inTransaction(
        session -> {
          assertThatThrownBy(
                  () ->
                      session.execute(
                          select(SHOP.name, RECEIPT.total).where(RECEIPT.id.eq(SHOP.id))))
              .isInstanceOf(UsageException.class)
              .hasMessageContaining("ORM-SESSION-SEVERAL-ENGINES")
              .hasMessageContaining("receipt");
          assertThatThrownBy(() -> session.scalars(select(SHOP), joined(SHOP.receipts)))
              .hasMessageContaining("ORM-SESSION-SEVERAL-ENGINES")
              .hasMessageContaining("selectIn");
          assertThatThrownBy(() -> session.get(Shop.class, id, joined(SHOP.receipts)))
              .hasMessageContaining("ORM-SESSION-SEVERAL-ENGINES");
        });
  }

  @Test
  void aRollbackUndoesTheWorkInAllEngines() {
    try (Session session = sessions.open()) {
      session.add(new Receipt(session.add(new Shop("Corner")), 10));
      session.flush();

      session.rollback();
    }

    assertThat(main.query(COUNT_SHOPS)).containsExactly(List.of("0"));
    assertThat(archive.query(COUNT_RECEIPTS)).containsExactly(List.of("0"));
  }

  @Test
  void aSavepointCoversAnEngineThatIsUsedLater() {
    try (Session session = sessions.open()) {
      Shop shop = session.add(new Shop("Corner"));
      try (NestedTransaction nested = session.beginNested()) {
        session.add(new Receipt(shop, 10));
        session.flush();
        nested.rollback();
      }
      session.add(new Receipt(shop, 20));
      session.commit();
    }

    assertThat(main.query("SELECT name FROM shop")).containsExactly(List.of("Corner"));
    assertThat(archive.query("SELECT total FROM receipt")).containsExactly(List.of("20"));
  }

  @Test
  void aSavepointThatIsReleasedInOneEngineAloneIsLostInBoth() {
    try (Session session = sessions.open()) {
      session.add(new Receipt(session.add(new Shop("Corner")), 10));
      session.flush();
      NestedTransaction nested = session.beginNested();
      session.add(new Shop("Side"));
      assertThatThrownBy(() -> session.connection(Receipt.class).execute("SELECT 1 / 0"))
          .isInstanceOf(DatabaseException.class);

      assertThatThrownBy(nested::commit).isInstanceOf(DatabaseException.class);

      assertThatThrownBy(nested::close).hasMessageContaining("ORM-SESSION-INACTIVE");
      session.rollback();
    }
    assertThat(main.query(COUNT_SHOPS)).containsExactly(List.of("0"));
    assertThat(archive.query(COUNT_RECEIPTS)).containsExactly(List.of("0"));
  }

  @Test
  void aCommitThatFailsInTheSecondSaysWhichHasCommitted() {
    try (Session session = sessions.open()) {
      Shop shop = session.add(new Shop("Corner"));
      session.add(new Receipt(shop, 10));
      session.add(new Receipt(shop, 10));

      assertThatThrownBy(session::commit)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("ORM-SESSION-PARTLY-COMMITTED")
          .hasMessageContaining("[0] of 2")
          .cause()
          .hasMessageContaining("one_total");
    }

    assertThat(main.query(COUNT_SHOPS)).containsExactly(List.of("1"));
    assertThat(archive.query(COUNT_RECEIPTS)).containsExactly(List.of("0"));
  }

  @Test
  void aCommitThatFailsInTheFirstRollsTheOthersBack() {
    mainDatabase.run(
        "ALTER TABLE shop ADD CONSTRAINT one_name UNIQUE (name) DEFERRABLE INITIALLY DEFERRED");
    try (Session session = sessions.open()) {
      session.add(new Receipt(session.add(new Shop("Corner")), 10));
      session.add(new Shop("Corner"));

      assertThatThrownBy(session::commit)
          .hasMessageContaining("one_name")
          .message()
          .doesNotContain("PARTLY");
    }

    assertThat(main.query(COUNT_SHOPS)).containsExactly(List.of("0"));
    assertThat(archive.query(COUNT_RECEIPTS)).containsExactly(List.of("0"));
  }

  @Test
  void aReadOnlySessionReadsBothEnginesAndWritesNeither() {
    long id = shop("Corner", 10);

    sessions
        .readOnly()
        .inTransaction(
            session -> {
              assertThat(session.getOne(Shop.class, id).getReceipts()).hasSize(1);
              assertThatThrownBy(
                      () -> session.connection(Receipt.class).execute("DELETE FROM receipt"))
                  .hasMessageContaining("read-only");
              session.rollback();
            });
  }

  @Test
  void aClassThatIsNotMappedIsNotBound() {
    assertThatThrownBy(
            () ->
                SessionFactory.of(
                    main.engine,
                    EnginesBase.class,
                    options -> options.engine(archive.engine, String.class)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-SEVERAL-ENGINES")
        .hasMessageContaining("String");
  }

  @Test
  void aFactoryOfSeveralEnginesJoinsNoTransaction() {
    try (var connection = main.engine.connect()) {
      assertThatThrownBy(() -> sessions.joining(connection))
          .hasMessageContaining("ORM-SESSION-SEVERAL-ENGINES");
    }
  }
}
