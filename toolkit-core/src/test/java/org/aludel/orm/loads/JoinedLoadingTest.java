package org.aludel.orm.loads;

import static org.aludel.orm.loads.CustomerT.CUSTOMER;
import static org.aludel.orm.loads.LetterT.LETTER;
import static org.aludel.orm.loads.LineT.LINE;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.raiseAll;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.session.Session;
import org.aludel.sql.Row2;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class JoinedLoadingTest {
  private static final String PURCHASE_COLUMNS =
      "purchase.id, purchase.label, purchase.open, purchase.customer_id, purchase.promoted_id";
  private static final String JOINED_PURCHASE =
      PURCHASE_COLUMNS.replace("purchase.", "purchase_1.");

  private LoadsDatabase shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
  }

  @Test
  void aReferenceThatIsNeverNullIsJoinedInner() {
    shop.fill(2, 2);

    try (Session session = shop.sessions.open()) {
      List<Purchase> purchases =
          session
              .scalars(select(PURCHASE).orderBy(PURCHASE.id).options(joined(PURCHASE.customer)))
              .all();

      assertThat(purchases)
          .extracting(one -> one.getCustomer().getName())
          .containsExactly("c0", "c0", "c1", "c1");
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT "
                + PURCHASE_COLUMNS
                + ", customer_1.id, customer_1.name, customer_1.city FROM purchase JOIN customer AS"
                + " customer_1 ON customer_1.id = purchase.customer_id ORDER BY purchase.id");
  }

  @Test
  void aReferenceThatMayBeNullKeepsItsOwner() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Purchase purchase =
          session.scalars(select(PURCHASE).options(joined(PURCHASE.promoted))).one();

      assertThat(purchase.getPromoted()).isNull();
    }
    assertThat(shop.sql())
        .hasSize(1)
        .first()
        .asString()
        .contains(" LEFT JOIN product AS product_1");
  }

  @Test
  void aCollectionGivesEachOwnerOnce() {
    shop.fill(3, 2);

    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session
              .scalars(select(CUSTOMER).orderBy(CUSTOMER.name).options(joined(CUSTOMER.purchases)))
              .all();

      assertThat(customers).extracting(Customer::getName).containsExactly("c0", "c1", "c2");
      assertThat(customers.get(1).getPurchases())
          .extracting(Purchase::getLabel)
          .containsExactly("c1.p0", "c1.p1");
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT customer.id, customer.name, customer.city, "
                + JOINED_PURCHASE
                + " FROM customer LEFT JOIN purchase AS purchase_1"
                + " ON purchase_1.customer_id = customer.id"
                + " ORDER BY customer.name, purchase_1.id");
  }

  @Test
  void anOwnerWithoutElementsHasAnEmptyCollection() {
    shop.fill(1, 0);

    try (Session session = shop.sessions.open()) {
      Customer customer =
          session.scalars(select(CUSTOMER).options(joined(CUSTOMER.purchases))).one();

      assertThat(customer.getPurchases()).isEmpty();
    }
    assertThat(shop.sql()).hasSize(1);
  }

  @Test
  void aLimitCountsObjectsAndNotRows() {
    shop.fill(5, 3);

    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session
              .scalars(
                  select(CUSTOMER)
                      .orderBy(CUSTOMER.name.desc())
                      .limit(2)
                      .offset(1)
                      .options(joined(CUSTOMER.purchases)))
              .all();

      assertThat(customers).extracting(Customer::getName).containsExactly("c3", "c2");
      assertThat(customers).allSatisfy(one -> assertThat(one.getPurchases()).hasSize(3));
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT page.id, page.name, page.city, "
                + JOINED_PURCHASE
                + " FROM (SELECT customer.id, customer.name, customer.city FROM customer"
                + " ORDER BY customer.name DESC LIMIT ? OFFSET ?) AS page"
                + " LEFT JOIN purchase AS purchase_1 ON purchase_1.customer_id = page.id"
                + " ORDER BY page.name DESC, purchase_1.id");
  }

  @Test
  void aLimitedStatementMayBeOrderedByWhatItDoesNotSelect() {
    shop.fill(4, 1);

    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session
              .scalars(
                  select(CUSTOMER)
                      .orderBy(Sql.lower(CUSTOMER.name).desc())
                      .limit(2)
                      .options(joined(CUSTOMER.purchases)))
              .all();

      assertThat(customers).extracting(Customer::getName).containsExactly("c3", "c2");
    }
    assertThat(shop.sql()).hasSize(1).first().asString().contains("ORDER BY page.order3 DESC");
  }

  @Test
  void aLimitOverReferencesNeedsNoSubquery() {
    shop.fill(2, 2);

    try (Session session = shop.sessions.open()) {
      assertThat(
              session.scalars(select(PURCHASE).limit(3).options(joined(PURCHASE.customer))).all())
          .hasSize(3);
    }
    assertThat(shop.sql()).hasSize(1).first().asString().doesNotContain("page");
  }

  @Test
  void pathsAreChained() {
    shop.fill(2, 2);

    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session
              .scalars(
                  select(CUSTOMER)
                      .orderBy(CUSTOMER.id)
                      .options(
                          selectIn(CUSTOMER.purchases)
                              .then(joined(PURCHASE.lines).then(joined(LINE.product))),
                          raiseAll()))
              .all();

      assertThat(customers.get(1).getPurchases().get(1).getLines())
          .extracting(line -> line.getProduct().getName())
          .containsExactly("apple", "pear");
      assertThat(customers.get(0).getPurchases()).hasSize(2);
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT customer.id, customer.name, customer.city FROM customer ORDER BY customer.id",
            "SELECT "
                + PURCHASE_COLUMNS
                + ", line_1.id, line_1.amount, line_1.purchase_id, line_1.product_id,"
                + " product_1.id, product_1.name, product_1.withdrawn, product_1.version"
                + " FROM purchase LEFT JOIN line AS line_1 ON line_1.purchase_id = purchase.id"
                + " LEFT JOIN product AS product_1 ON product_1.id = line_1.product_id"
                + " WHERE purchase.customer_id = ANY (?) ORDER BY purchase.id, line_1.id");
  }

  @Test
  void twoCollectionsBesideEachOtherAreNotMultiplied() {
    shop.fill(1, 3);

    try (Session session = shop.sessions.open()) {
      Customer customer =
          session
              .scalars(
                  select(CUSTOMER).options(joined(CUSTOMER.purchases).then(joined(PURCHASE.lines))))
              .one();

      assertThat(customer.getPurchases()).hasSize(3);
      assertThat(customer.getPurchases()).allSatisfy(one -> assertThat(one.getLines()).hasSize(2));
    }
    assertThat(shop.sql()).hasSize(1);
  }

  @Test
  void objectsBesideValuesComeOnceForEachValue() {
    shop.fill(2, 2);

    try (Session session = shop.sessions.open()) {
      List<Row2<Customer, String>> rows =
          session
              .execute(
                  select(CUSTOMER, CUSTOMER.city)
                      .orderBy(CUSTOMER.id)
                      .limit(2)
                      .options(joined(CUSTOMER.purchases)))
              .all();

      assertThat(rows).extracting(Row2::second).containsExactly("Ulm", "Ayr");
      assertThat(rows.get(1).first().getPurchases()).hasSize(2);
    }
    assertThat(shop.sql()).hasSize(1);
  }

  @Test
  void lockedRowsAreThoseOfTheStatementAlone() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      session.scalars(select(PURCHASE).forUpdate().options(joined(PURCHASE.promoted))).one();
    }
    assertThat(shop.sql()).hasSize(1).first().asString().endsWith(" FOR UPDATE OF purchase");
  }

  @Test
  void theMappingMayWantTheJoin() {
    shop.fill(1, 0);
    shop.sessions.inTransaction(
        session -> {
          Letter letter = session.add(new Letter(session.getOne(Customer.class, 1)));
          letter.getSheets().add(new Sheet("dear"));
        });
    shop.sql();

    try (Session session = shop.sessions.open()) {
      Letter letter = session.scalars(select(LETTER)).one();

      assertThat(letter.getWriter().getName()).isEqualTo("c0");
      assertThat(letter.getSheets()).extracting(Sheet::getText).containsExactly("dear");
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT letter.id, letter.writer_id, customer_1.id, customer_1.name, customer_1.city"
                + " FROM letter JOIN customer AS customer_1 ON customer_1.id = letter.writer_id",
            "SELECT sheet.id, sheet.text, sheet.letter_id FROM sheet WHERE sheet.letter_id IN"
                + " (SELECT letter.id FROM letter) ORDER BY sheet.id");
  }

  @Test
  void getFollowsTheMappingToo() {
    shop.fill(1, 0);
    shop.sessions.inTransaction(
        session -> session.add(new Letter(session.getOne(Customer.class, 1))));
    shop.sql();

    try (Session session = shop.sessions.open()) {
      Letter letter = session.getOne(Letter.class, 1L);

      assertThat(letter.getWriter().getName()).isEqualTo("c0");
    }
    assertThat(shop.sql()).hasSize(2).first().asString().contains("JOIN customer AS customer_1");
  }

  @Test
  void whatWasAddedIsWrittenBeforeItIsJoined() {
    shop.fill(1, 1);

    try (Session session = shop.sessions.open()) {
      Customer customer = session.getOne(Customer.class, 1);
      customer.getPurchases().add(new Purchase("new", true));
      shop.sql();

      session.scalars(select(CUSTOMER).options(joined(CUSTOMER.purchases))).all();

      assertThat(shop.sql()).first().asString().startsWith("INSERT INTO purchase");
      assertThat(customer.getPurchases()).hasSize(2);
    }
  }
}
