package org.aludel.orm.loads;

import static org.aludel.orm.loads.ProductT.PRODUCT;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.aludel.orm.query.Loading.synchronise;
import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.query.Synchronisation;
import org.aludel.orm.session.Session;
import org.aludel.orm.state.Lifecycle;
import org.aludel.sql.Cte;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class SynchronisationTest {
  private LoadsDatabase shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
    shop.fill(1, 3);
  }

  @Test
  void theObjectsOfChangedRowsAloneAreReadAgain() {
    try (Session session = shop.sessions.open()) {
      List<Purchase> purchases = session.scalars(select(PURCHASE).orderBy(PURCHASE.id)).all();
      shop.sql();

      long changed =
          session
              .execute(update(PURCHASE).set(PURCHASE.label, "open").where(PURCHASE.open.eq(true)))
              .rowCount();

      assertThat(changed).isEqualTo(2);
      assertThat(purchases).extracting(Purchase::getLabel).containsExactly("open", "c0.p1", "open");
      assertThat(shop.sql())
          .containsExactly(
              "UPDATE purchase SET label = ? WHERE open = ? RETURNING id",
              "SELECT id, label, open, customer_id, promoted_id FROM purchase"
                  + " WHERE id = ANY (?::bigint[])");
    }
  }

  @Test
  void nothingIsReadWhereTheSessionHoldsNoneOfTheRows() {
    try (Session session = shop.sessions.open()) {
      session.execute(update(PURCHASE).set(PURCHASE.label, "x").all());

      assertThat(shop.sql()).containsExactly("UPDATE purchase SET label = ? RETURNING id");
    }
  }

  @Test
  void objectsOfDeletedRowsLeaveTheSession() {
    shop.database.run("DELETE FROM line");
    try (Session session = shop.sessions.open()) {
      Purchase purchase = session.getOne(Purchase.class, 1);
      session.execute(delete(PURCHASE).where(PURCHASE.open.eq(true)));

      assertThat(session.stateOf(purchase)).isEqualTo(Lifecycle.DELETED);
      assertThat(session.get(Purchase.class, 1)).isNull();
      session.rollback();

      assertThat(session.stateOf(purchase)).isEqualTo(Lifecycle.PERSISTENT);
    }
  }

  @Test
  void noneLeavesObjectsAsTheyAre() {
    try (Session session = shop.sessions.open()) {
      Purchase purchase = session.getOne(Purchase.class, 1);
      shop.sql();
      session.execute(
          update(PURCHASE).set(PURCHASE.label, "x").where(PURCHASE.id.eq(1L)),
          synchronise(Synchronisation.NONE));

      assertThat(purchase.getLabel()).isEqualTo("c0.p0");
      assertThat(shop.sql()).containsExactly("UPDATE purchase SET label = ? WHERE id = ?");
    }
  }

  @Test
  void aStatementThatReturnsSomethingReadsAllObjectsOfTheTableAgain() {
    try (Session session = shop.sessions.open()) {
      Purchase purchase = session.getOne(Purchase.class, 1);
      List<String> labels =
          session
              .execute(
                  update(PURCHASE)
                      .set(PURCHASE.label, "x")
                      .where(PURCHASE.id.eq(1L))
                      .returning(PURCHASE.label))
              .all();

      assertThat(labels).containsExactly("x");
      assertThat(purchase.getLabel()).isEqualTo("x");
    }
  }

  @Test
  void otherTablesMayBeReadOn() {
    try (Session session = shop.sessions.open()) {
      Purchase purchase = session.getOne(Purchase.class, 1);
      shop.sql();
      session.execute(
          update(PURCHASE)
              .set(PURCHASE.label, "of c0")
              .from(CustomerT.CUSTOMER)
              .where(
                  PURCHASE.customer.id.eq(CustomerT.CUSTOMER.id),
                  CustomerT.CUSTOMER.name.eq("c0")));

      assertThat(purchase.getLabel()).isEqualTo("of c0");
      assertThat(shop.sql())
          .first()
          .isEqualTo(
              "UPDATE purchase SET label = ? FROM customer WHERE purchase.customer_id = customer.id"
                  + " AND customer.name = ? RETURNING purchase.id");
    }
  }

  @Test
  void aNamedChangeIsSynchronisedToo() {
    try (Session session = shop.sessions.open()) {
      Purchase purchase = session.getOne(Purchase.class, 1);
      Cte<String> changed =
          update(PURCHASE)
              .set(PURCHASE.label, "named")
              .where(PURCHASE.id.eq(1L))
              .returning(PURCHASE.label)
              .cte("changed");
      session.execute(select(changed).from(changed).with(changed)).all();

      assertThat(purchase.getLabel()).isEqualTo("named");
    }
  }

  @Test
  void criteriaMayBeGivenForOneStatement() {
    try (Session session = shop.sessions.open()) {
      long changed =
          session
              .execute(
                  update(PRODUCT).set(PRODUCT.withdrawn, true).all(),
                  withCriteria(PRODUCT, PRODUCT.name.eq("pear")))
              .rowCount();

      assertThat(changed).isEqualTo(1);
    }
  }
}
