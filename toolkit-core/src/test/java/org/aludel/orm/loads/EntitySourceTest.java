package org.aludel.orm.loads;

import static org.aludel.orm.loads.CustomerT.CUSTOMER;
import static org.aludel.orm.loads.ProductT.PRODUCT;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.aludel.orm.query.Loading.autoflush;
import static org.aludel.orm.query.Loading.forUpdate;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.populateExisting;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.UsageException;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.StreamedRows;
import org.aludel.sql.Cte;
import org.aludel.sql.Projection;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class EntitySourceTest {
  private LoadsDatabase shop;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
    shop.fill(3, 2);
  }

  @Test
  void wholeObjectsComeOutOfASubquery() {
    CustomerT last = CUSTOMER.as("last");

    try (Session session = shop.sessions.open()) {
      List<Row2<Customer, String>> rows =
          session
              .execute(
                  select(last, PURCHASE.label)
                      .from(select(CUSTOMER).orderBy(CUSTOMER.id.desc()).limit(2).as("last"))
                      .join(PURCHASE, PURCHASE.customer.id.eq(last.id))
                      .orderBy(last.id, PURCHASE.id))
              .all();

      assertThat(rows)
          .extracting(row -> row.first().getName() + row.second())
          .containsExactly("c1c1.p0", "c1c1.p1", "c2c2.p0", "c2c2.p1");
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT last.id, last.name, last.city, purchase.label FROM (SELECT customer.id,"
                + " customer.name, customer.city FROM customer ORDER BY customer.id DESC LIMIT ?)"
                + " AS last JOIN purchase ON purchase.customer_id = last.id"
                + " ORDER BY last.id, purchase.id");
  }

  @Test
  void whatASubqueryGivesMayBeLoadedWithJoins() {
    CustomerT last = CUSTOMER.as("last");

    try (Session session = shop.sessions.open()) {
      Customer customer =
          session
              .scalars(
                  select(last)
                      .from(select(CUSTOMER).orderBy(CUSTOMER.id.desc()).limit(1).as("last"))
                      .options(joined(last.purchases)))
              .one();

      assertThat(customer.getPurchases()).hasSize(2);
    }
    assertThat(shop.sql()).hasSize(1);
  }

  @Test
  void wholeObjectsComeOutOfANamedQuery() {
    CustomerT some = CUSTOMER.as("some");
    Cte<Customer> query = select(CUSTOMER).where(CUSTOMER.city.eq("Ulm")).cte("some");

    try (Session session = shop.sessions.open()) {
      assertThat(session.scalars(select(some).from(query).orderBy(some.id)).all())
          .extracting(Customer::getName)
          .containsExactly("c0", "c2");
    }
  }

  @Test
  void wholeObjectsComeOutOfText() {
    try (Session session = shop.sessions.open()) {
      List<Customer> customers =
          session
              .scalars(
                  text("SELECT id, name, city FROM customer WHERE city = ? ORDER BY id", "Ulm")
                      .columns(Projection.of(CUSTOMER)))
              .all();

      assertThat(customers).extracting(Customer::getName).containsExactly("c0", "c2");
      assertThat(customers.get(1).getPurchases()).hasSize(2);
    }
  }

  @Test
  void tuplesOfObjectsAreRows() {
    try (Session session = shop.sessions.open()) {
      Row2<Customer, Purchase> row =
          session
              .execute(
                  select(CUSTOMER, PURCHASE)
                      .from(PURCHASE)
                      .join(PURCHASE.customer)
                      .orderBy(PURCHASE.id)
                      .limit(1))
              .one();

      assertThat(row.second().getCustomer()).isSameAs(row.first());
    }
    assertThat(shop.sql()).hasSize(1);
  }

  @Test
  void anUpsertGivesObjectsThatHoldWhatTheRowHolds() {
    try (Session session = shop.sessions.open()) {
      Product apple = session.getOne(Product.class, 1);
      List<Product> products =
          session
              .execute(
                  insert(PRODUCT)
                      .columns(PRODUCT.name, PRODUCT.withdrawn, PRODUCT.version)
                      .values("apple", true, 0)
                      .onConflict(PRODUCT.name)
                      .doUpdate(set(PRODUCT.withdrawn, true))
                      .returning(PRODUCT),
                  populateExisting())
              .all();

      assertThat(products).containsExactly(apple);
      assertThat(apple.isWithdrawn()).isTrue();
    }
  }

  @Test
  void autoflushMayBeLeftOutOfOneStatement() {
    try (Session session = shop.sessions.open()) {
      session.add(new Customer("new"));

      assertThat(session.scalars(select(CUSTOMER), autoflush(false)).all()).hasSize(3);
      assertThat(session.scalars(select(CUSTOMER)).all()).hasSize(4);
    }
  }

  @Test
  void getTakesLoaderOptions() {
    try (Session session = shop.sessions.open()) {
      Customer customer =
          session.getOne(
              Customer.class, 1, selectIn(CUSTOMER.purchases).then(selectIn(PURCHASE.lines)));

      assertThat(shop.sql()).hasSize(3);
      assertThat(customer.getPurchases().get(0).getLines()).hasSize(2);
      assertThat(shop.sql()).isEmpty();
    }
  }

  @Test
  void getMayLockTheRowWhichIsThenRead() {
    try (Session session = shop.sessions.open()) {
      Customer customer = session.getOne(Customer.class, 1);
      shop.database.run("UPDATE customer SET name = 'other' WHERE id = 1");
      shop.sql();

      session.getOne(Customer.class, 1, forUpdate());

      assertThat(customer.getName()).isEqualTo("other");
      assertThat(shop.sql())
          .containsExactly(
              "SELECT customer.id, customer.name, customer.city FROM customer"
                  + " WHERE customer.id = ANY (?) FOR UPDATE OF customer");
    }
  }

  @Test
  void aStreamReadsInBatchesWithWhatEachOfThemLoads() {
    List<String> labels = new ArrayList<>();

    try (Session session = shop.sessions.open();
        StreamedRows<Customer> customers =
            session.stream(
                select(CUSTOMER).orderBy(CUSTOMER.id).options(selectIn(CUSTOMER.purchases)), 2)) {
      for (Customer customer : customers) {
        customer.getPurchases().forEach(one -> labels.add(one.getLabel()));
      }
    }
    assertThat(labels).containsExactly("c0.p0", "c0.p1", "c1.p0", "c1.p1", "c2.p0", "c2.p1");
    assertThat(shop.sql()).hasSize(3);
  }

  @Test
  void aStreamLetsGoOfWhatIsNotChanged() {
    try (Session session = shop.sessions.open()) {
      List<Customer> seen = new ArrayList<>();
      try (StreamedRows<Customer> customers =
          session.stream(select(CUSTOMER).orderBy(CUSTOMER.id), 1)) {
        for (Customer customer : customers) {
          seen.add(customer);
          if (customer.getName().equals("c0")) {
            customer.setName("changed");
          }
        }
      }
      assertThat(session.contains(seen.get(0))).isTrue();
      assertThat(session.contains(seen.get(1))).isFalse();
      session.commit();
    }
    assertThat(shop.database.query("SELECT name FROM customer ORDER BY id").get(0))
        .containsExactly("changed");
  }

  @Test
  void aStreamRefusesObjectsThatComeWithSeveralRows() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(
              () -> session.stream(select(CUSTOMER).options(joined(CUSTOMER.purchases)), 10))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("selectIn");
    }
  }
}
