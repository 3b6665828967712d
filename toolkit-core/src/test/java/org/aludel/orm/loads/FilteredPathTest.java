package org.aludel.orm.loads;

import static org.aludel.orm.loads.CustomerT.CUSTOMER;
import static org.aludel.orm.loads.LineT.LINE;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.lazy;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.subquery;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.query.LoadOption;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class FilteredPathTest {
  private LoadsDatabase shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
    shop.fill(2, 3);
  }

  private void loadsOpenPurchases(LoadOption<?, ?> option) {
    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session.scalars(select(CUSTOMER).orderBy(CUSTOMER.id).options(option)).all();

      assertThat(customers.get(1).getPurchases())
          .extracting(Purchase::getLabel)
          .containsExactly("c1.p0", "c1.p2");
    }
  }

  @Test
  void selectInLoadsTheElementsForWhichItHolds() {
    loadsOpenPurchases(selectIn(CUSTOMER.purchases.and(PURCHASE.open.eq(true))));

    assertThat(shop.sql())
        .hasSize(2)
        .last()
        .isEqualTo(
            "SELECT purchase.id, purchase.label, purchase.open, purchase.customer_id,"
                + " purchase.promoted_id FROM purchase WHERE purchase.customer_id = ANY (?)"
                + " AND purchase.open = ? ORDER BY purchase.id");
  }

  @Test
  void joinedLoadsThemInTheJoin() {
    loadsOpenPurchases(joined(CUSTOMER.purchases.and(PURCHASE.open.eq(true))));

    assertThat(shop.sql())
        .hasSize(1)
        .last()
        .asString()
        .contains(" ON purchase_1.customer_id = customer.id AND purchase_1.open = ? ORDER BY");
  }

  @Test
  void subqueriesAndLazyLoadsLoadThemToo() {
    loadsOpenPurchases(subquery(CUSTOMER.purchases.and(PURCHASE.open.eq(true))));
    assertThat(shop.sql()).hasSize(2);

    loadsOpenPurchases(lazy(CUSTOMER.purchases.and(PURCHASE.open.eq(true))));
    assertThat(shop.sql()).hasSize(2);
  }

  @Test
  void theConditionMayAskFurtherOn() {
    shop.database.run(
        "DELETE FROM line WHERE purchase_id IN (SELECT id FROM purchase WHERE NOT open)");

    loadsOpenPurchases(selectIn(CUSTOMER.purchases.and(PURCHASE.lines.any())));

    assertThat(shop.sql())
        .last()
        .asString()
        .contains("EXISTS (SELECT 1 FROM line WHERE line.purchase_id = purchase.id)");
  }

  @Test
  void joinsAndQuestionsGoAlongIt() {
    try (Session session = shop.sessions.open()) {
      session
          .scalars(
              select(CUSTOMER.name)
                  .join(CUSTOMER.purchases.and(PURCHASE.open.eq(true)))
                  .where(CUSTOMER.purchases.and(PURCHASE.label.like("%p1")).any()))
          .all();
      session.scalars(select(LINE.id).where(LINE.purchase.and(PURCHASE.open.eq(true)).has()));
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT customer.name FROM customer JOIN purchase ON purchase.customer_id = customer.id"
                + " AND purchase.open = ? WHERE EXISTS (SELECT 1 FROM purchase"
                + " WHERE purchase.customer_id = customer.id AND purchase.label LIKE ?)",
            "SELECT line.id FROM line WHERE EXISTS (SELECT 1 FROM purchase"
                + " WHERE purchase.id = line.purchase_id AND purchase.open = ?)");
  }

  @Test
  void coreKnowsItWithoutASession() {
    assertThat(
            shop.engine
                .dialect()
                .compile(select(CUSTOMER.name).join(CUSTOMER.purchases.and(PURCHASE.open.eq(true))))
                .sql())
        .isEqualTo(
            "SELECT customer.name FROM customer JOIN purchase ON purchase.customer_id = customer.id"
                + " AND purchase.open = ?");
  }
}
