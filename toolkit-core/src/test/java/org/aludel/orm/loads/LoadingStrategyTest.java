package org.aludel.orm.loads;

import static org.aludel.orm.loads.CustomerT.CUSTOMER;
import static org.aludel.orm.loads.LineT.LINE;
import static org.aludel.orm.loads.ProductT.PRODUCT;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.aludel.orm.loads.TopicT.TOPIC;
import static org.aludel.orm.query.Loading.immediate;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.lazy;
import static org.aludel.orm.query.Loading.lazyEach;
import static org.aludel.orm.query.Loading.noLoad;
import static org.aludel.orm.query.Loading.populateExisting;
import static org.aludel.orm.query.Loading.raise;
import static org.aludel.orm.query.Loading.raiseAll;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.selectInAll;
import static org.aludel.orm.query.Loading.subquery;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class LoadingStrategyTest {
  private static final String CUSTOMERS =
      "SELECT customer.id, customer.name, customer.city FROM customer";
  private static final String PURCHASES_BY_CUSTOMERS =
      "SELECT id, label, open, customer_id, promoted_id FROM purchase"
          + " WHERE customer_id = ANY (?::bigint[]) ORDER BY id";
  private static final String LINES_BY_PURCHASES =
      "SELECT id, amount, purchase_id, product_id FROM line"
          + " WHERE purchase_id = ANY (?::bigint[]) ORDER BY id";
  private static final String PRODUCTS =
      "SELECT id, name, withdrawn, version FROM product WHERE id = ANY (?::bigint[])";

  private LoadsDatabase shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
  }

  @Test
  void aSubqueryRepeatsTheStatementHoweverDeep() {
    shop.fill(3, 2);

    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session
              .scalars(
                  select(CUSTOMER)
                      .where(CUSTOMER.name.ne("c1"))
                      .orderBy(CUSTOMER.name)
                      .options(
                          subquery(CUSTOMER.purchases)
                              .then(subquery(PURCHASE.lines).then(subquery(LINE.product)))))
              .all();

      assertThat(customers.get(1).getPurchases().get(1).getLines())
          .extracting(line -> line.getProduct().getName())
          .containsExactly("apple", "pear");
    }
    String owners = "(SELECT customer.id FROM customer WHERE customer.name <> ?)";
    String purchases =
        "(SELECT purchase.id FROM purchase WHERE purchase.customer_id IN " + owners + ")";
    assertThat(shop.sql())
        .containsExactly(
            CUSTOMERS + " WHERE customer.name <> ? ORDER BY customer.name",
            "SELECT purchase.id, purchase.label, purchase.open, purchase.customer_id,"
                + " purchase.promoted_id FROM purchase WHERE purchase.customer_id IN "
                + owners
                + " ORDER BY purchase.id",
            "SELECT line.id, line.amount, line.purchase_id, line.product_id FROM line"
                + " WHERE line.purchase_id IN "
                + purchases
                + " ORDER BY line.id",
            "SELECT product.id, product.name, product.withdrawn, product.version FROM product WHERE"
                + " product.id IN (SELECT line.product_id FROM line WHERE line.purchase_id IN "
                + purchases
                + ")");
  }

  @Test
  void aSubqueryKeepsTheLimitAndItsOrder() {
    shop.fill(4, 1);

    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session
              .scalars(
                  select(CUSTOMER)
                      .orderBy(CUSTOMER.name.desc())
                      .limit(2)
                      .options(subquery(CUSTOMER.purchases)))
              .all();

      assertThat(customers).allSatisfy(one -> assertThat(one.getPurchases()).hasSize(1));
    }
    assertThat(shop.sql())
        .hasSize(2)
        .last()
        .asString()
        .contains("(SELECT customer.id FROM customer ORDER BY customer.name DESC LIMIT ?)");
  }

  @Test
  void immediateLoadsRightAfterTheRows() {
    shop.fill(2, 1);

    try (Session session = shop.sessions.open()) {
      session.scalars(select(CUSTOMER).options(immediate(CUSTOMER.purchases))).all();
    }
    assertThat(shop.sql()).containsExactly(CUSTOMERS, PURCHASES_BY_CUSTOMERS);
  }

  @Test
  void lazyEachLoadsForOneObjectAlone() {
    shop.fill(3, 1);

    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session.scalars(select(CUSTOMER).options(lazyEach(CUSTOMER.purchases))).all();
      assertThat(customers).allSatisfy(one -> assertThat(one.getPurchases()).hasSize(1));
    }
    assertThat(shop.sql()).hasSize(4);
  }

  @Test
  void referencesToo() {
    shop.fill(3, 1);

    try (Session session = shop.sessions.open()) {
      List<Purchase> purchases =
          session.scalars(select(PURCHASE).options(lazyEach(PURCHASE.customer))).all();
      assertThat(purchases).allSatisfy(one -> assertThat(one.getCustomer().getName()).isNotNull());
    }
    assertThat(shop.sql()).hasSize(4);
  }

  @Test
  void raiseAllForbidsEverythingThatNoOptionNames() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Customer customer =
          session.scalars(select(CUSTOMER).options(selectIn(CUSTOMER.purchases), raiseAll())).one();
      Purchase purchase = customer.getPurchases().get(0);

      assertThat(purchase.getCustomer().getName()).isEqualTo("c0");
      assertThatThrownBy(() -> purchase.getLines().size())
          .hasMessageContaining("ORM-SESSION-RAISE-ON-LOAD")
          .hasMessageContaining("Purchase.lines");
    }
    assertThat(shop.sql()).hasSize(2);
  }

  @Test
  void raiseAllOfOneClassLeavesTheOthersLazy() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Customer customer =
          session
              .scalars(select(CUSTOMER).options(raiseAll(CUSTOMER), selectIn(CUSTOMER.purchases)))
              .one();

      assertThat(customer.getPurchases().get(0).getLines()).hasSize(2);
    }
    assertThat(shop.sql()).hasSize(3);
  }

  @Test
  void selectInAllLoadsEveryRelationshipOfAClass() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      session.scalars(select(PURCHASE).options(selectInAll(PURCHASE))).all();
    }
    assertThat(shop.sql()).hasSize(3).last().isEqualTo(LINES_BY_PURCHASES);
  }

  @Test
  void noLoadLeavesACollectionEmptyAndStoresWhatIsAdded() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Customer customer =
          session.scalars(select(CUSTOMER).options(noLoad(CUSTOMER.purchases))).one();
      assertThat(customer.getPurchases()).isEmpty();
      customer.getPurchases().add(new Purchase("new", true));
      session.commit();
    }
    assertThat(shop.database.query("SELECT label FROM purchase ORDER BY id"))
        .containsExactly(List.of("c0.p0"), List.of("new"));
  }

  @Test
  void deletingTheOwnerOfACollectionThatWasNotLoadedDeletesAllOfIt() {
    shop.fill(1, 2);

    try (Session session = shop.sessions.open()) {
      Customer customer =
          session.scalars(select(CUSTOMER).options(noLoad(CUSTOMER.purchases))).one();
      session.delete(customer);
      session.commit();
    }
    assertThat(shop.database.query("SELECT count(*) FROM purchase")).containsExactly(List.of("0"));
  }

  @Test
  void optionsHoldForWhatIsLoadedLater() {
    shop.fill(2, 1);

    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session
              .scalars(
                  select(CUSTOMER)
                      .orderBy(CUSTOMER.id)
                      .options(lazy(CUSTOMER.purchases).then(selectIn(PURCHASE.lines))))
              .all();
      assertThat(shop.sql()).hasSize(1);

      assertThat(customers.get(0).getPurchases().get(0).getLines()).hasSize(2);
      assertThat(customers.get(1).getPurchases().get(0).getLines()).hasSize(2);
    }
    assertThat(shop.sql()).containsExactly(PURCHASES_BY_CUSTOMERS, LINES_BY_PURCHASES);
  }

  @Test
  void whatALazyReferenceLeadsToFollowsTheOptionsBehindIt() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Purchase purchase =
          session
              .scalars(
                  select(PURCHASE).options(lazy(PURCHASE.customer).then(raise(CUSTOMER.purchases))))
              .one();

      assertThat(purchase.getCustomer().getName()).isEqualTo("c0");
      assertThatThrownBy(() -> purchase.getCustomer().getPurchases().size())
          .hasMessageContaining("Customer.purchases");
    }
  }

  @Test
  void theShorterPathToAnObjectDecides() {
    shop.sessions.inTransaction(
        session -> session.add(new Topic("top", new Topic("middle", new Topic("low")))));
    shop.sql();

    try (Session session = shop.sessions.open()) {
      List<Topic> topics =
          session
              .scalars(
                  select(TOPIC)
                      .orderBy(TOPIC.id)
                      .options(selectIn(TOPIC.children).then(raise(TOPIC.parent))))
              .all();
      Topic low = topics.get(2);

      assertThat(low.getName()).isEqualTo("low");
      assertThat(low.getParent().getName()).isEqualTo("middle");
    }
  }

  @Test
  void aRelationshipToItselfIsFollowedSoManyLevels() {
    shop.sessions.inTransaction(
        session ->
            session.add(
                new Topic("a", new Topic("b", new Topic("c", new Topic("d", new Topic("e")))))));
    shop.sql();

    try (Session session = shop.sessions.open()) {
      Topic top =
          session
              .scalars(
                  select(TOPIC)
                      .where(TOPIC.parent.isNull())
                      .options(selectIn(TOPIC.children).recursive(3), raiseAll()))
              .one();
      Topic third = top.getChildren().get(0).getChildren().get(0).getChildren().get(0);

      assertThat(third.getName()).isEqualTo("d");
      assertThatThrownBy(() -> third.getChildren().size()).hasMessageContaining("Topic.children");
    }
    assertThat(shop.sql()).hasSize(4);
  }

  @Test
  void recursionIsRefusedWhereItLeadsElsewhere() {
    assertThatThrownBy(() -> selectIn(CUSTOMER.purchases).recursive(2))
        .hasMessageContaining("selectIn(Customer.purchases)");
  }

  @Test
  void populateExistingLoadsCollectionsAnew() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Customer customer = session.getOne(Customer.class, 1);
      assertThat(customer.getPurchases()).hasSize(1);
      shop.database.run("INSERT INTO purchase (label, open, customer_id) VALUES ('x', true, 1)");

      session
          .scalars(select(CUSTOMER).options(populateExisting(), selectIn(CUSTOMER.purchases)))
          .all();

      assertThat(customer.getPurchases())
          .extracting(Purchase::getLabel)
          .containsExactly("c0.p0", "x");
    }
  }

  @Test
  void anUnlimitedGraphCostsOneStatementForEachRelationship() {
    shop.fill(500, 2);

    try (Session session = shop.sessions.open()) {
      int lines = 0;
      for (Customer customer : session.scalars(select(CUSTOMER)).all()) {
        for (Purchase purchase : customer.getPurchases()) {
          for (Line line : purchase.getLines()) {
            assertThat(line.getProduct().getName()).isNotNull();
            lines++;
          }
        }
      }
      assertThat(lines).isEqualTo(2000);
    }
    // 1,000 purchases are two batches of 500 owners.
    assertThat(shop.sql())
        .containsExactly(
            CUSTOMERS, PURCHASES_BY_CUSTOMERS, LINES_BY_PURCHASES, PRODUCTS, LINES_BY_PURCHASES);
  }

  @Test
  void optionsOfAnAliasSpeakOfItAlone() {
    shop.fill(2, 1);
    CustomerT other = CUSTOMER.as("other");

    try (Session session = shop.sessions.open()) {
      session
          .execute(
              select(CUSTOMER, other)
                  .from(CUSTOMER)
                  .join(other, other.id.eq(CUSTOMER.id))
                  .options(joined(other.purchases)))
          .all();
    }
    assertThat(shop.sql())
        .hasSize(1)
        .first()
        .asString()
        .contains("LEFT JOIN purchase AS purchase_1 ON purchase_1.customer_id = other.id");
  }

  @Test
  void aConditionOnAReferenceIsNoOption() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session.scalars(
                      select(LINE).options(selectIn(LINE.product.and(PRODUCT.name.eq("x"))))))
          .hasMessageContaining("selectIn(Line.product)");
    }
  }
}
