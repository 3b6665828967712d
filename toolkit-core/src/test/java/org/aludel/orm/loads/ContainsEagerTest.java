package org.aludel.orm.loads;

import static org.aludel.orm.loads.CustomerT.CUSTOMER;
import static org.aludel.orm.loads.LineT.LINE;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.aludel.orm.loads.TopicT.TOPIC;
import static org.aludel.orm.query.Loading.containsEager;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class ContainsEagerTest {
  private LoadsDatabase shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
  }

  @Test
  void aJoinOfTheStatementFillsTheCollection() {
    shop.fill(2, 3);

    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session
              .scalars(
                  select(CUSTOMER)
                      .join(CUSTOMER.purchases)
                      .where(PURCHASE.open.eq(true))
                      .orderBy(CUSTOMER.id, PURCHASE.id.desc())
                      .options(containsEager(CUSTOMER.purchases)))
              .all();

      assertThat(customers).hasSize(2);
      assertThat(customers.get(0).getPurchases())
          .extracting(Purchase::getLabel)
          .containsExactly("c0.p2", "c0.p0");
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT customer.id, customer.name, customer.city, purchase.id, purchase.label,"
                + " purchase.open, purchase.customer_id, purchase.promoted_id FROM customer"
                + " JOIN purchase ON purchase.customer_id = customer.id WHERE purchase.open = ?"
                + " ORDER BY customer.id, purchase.id DESC");
  }

  @Test
  void theJoinMayLeadToAnAlias() {
    shop.sessions.inTransaction(session -> session.add(new Topic("top", new Topic("low"))));
    shop.sql();
    TopicT up = TOPIC.as("up");

    try (Session session = shop.sessions.open()) {
      Topic low =
          session
              .scalars(
                  select(TOPIC)
                      .join(TOPIC.parent.to(up))
                      .where(up.name.eq("top"))
                      .options(containsEager(TOPIC.parent.to(up))))
              .one();

      assertThat(low.getParent().getName()).isEqualTo("top");
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT topic.id, topic.name, topic.parent_id, up.id, up.name, up.parent_id FROM topic"
                + " JOIN topic AS up ON up.id = topic.parent_id WHERE up.name = ?");
  }

  @Test
  void pathsGoOnBehindIt() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Purchase purchase =
          session
              .scalars(
                  select(PURCHASE)
                      .join(PURCHASE.lines)
                      .join(LINE.product)
                      .orderBy(LINE.id)
                      .options(
                          containsEager(PURCHASE.lines).then(containsEager(LINE.product)),
                          selectIn(PURCHASE.customer)))
              .one();

      assertThat(purchase.getLines())
          .extracting(line -> line.getProduct().getName())
          .containsExactly("apple", "pear");
    }
    assertThat(shop.sql()).hasSize(2);
  }

  @Test
  void whatTheRowsLeftOutIsNotTakenForRemoved() {
    shop.fill(1, 2);

    try (Session session = shop.sessions.open()) {
      Customer customer =
          session
              .scalars(
                  select(CUSTOMER)
                      .join(CUSTOMER.purchases.and(PURCHASE.open.eq(true)))
                      .options(containsEager(CUSTOMER.purchases)))
              .one();
      assertThat(customer.getPurchases()).hasSize(1);
      customer.getPurchases().remove(0);
      session.commit();
    }
    assertThat(shop.database.query("SELECT label FROM purchase")).containsExactly(List.of("c0.p1"));
  }

  @Test
  void deletingTheOwnerDeletesWhatTheRowsLeftOut() {
    shop.fill(1, 2);

    try (Session session = shop.sessions.open()) {
      Customer customer =
          session
              .scalars(
                  select(CUSTOMER)
                      .join(CUSTOMER.purchases.and(PURCHASE.open.eq(true)))
                      .options(containsEager(CUSTOMER.purchases)))
              .one();
      session.delete(customer);
      session.commit();
    }
    assertThat(shop.database.query("SELECT count(*) FROM purchase")).containsExactly(List.of("0"));
  }
}
