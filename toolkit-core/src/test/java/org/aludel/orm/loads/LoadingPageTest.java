package org.aludel.orm.loads;

import static org.aludel.orm.loads.CustomerT.CUSTOMER;
import static org.aludel.orm.loads.LineT.LINE;
import static org.aludel.orm.loads.ProductT.PRODUCT;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.aludel.orm.loads.TopicT.TOPIC;
import static org.aludel.orm.query.Loading.autoflush;
import static org.aludel.orm.query.Loading.forUpdate;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.populateExisting;
import static org.aludel.orm.query.Loading.raiseAll;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.synchronise;
import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.aludel.orm.query.Synchronisation;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Projection;
import org.aludel.sql.Row2;
import org.aludel.sql.Select;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements of docs/orm/loading.md and dml.md, as they stand there. */
@PostgresTest
final class LoadingPageTest {
  private LoadsDatabase shop;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
    shop.fill(2, 2);
    sessions = shop.sessions;
  }

  @Test
  void strategies() {
    try (Session session = sessions.open()) {
      Select<Customer> query =
          select(CUSTOMER)
              .options(
                  selectIn(CUSTOMER.purchases)
                      .then(joined(PURCHASE.lines).then(joined(LINE.product))),
                  raiseAll());

      assertThat(session.scalars(query).all()).hasSize(2);
      assertThat(shop.sql()).hasSize(2);
    }
  }

  @Test
  void conditionsOnPaths() {
    try (Session session = sessions.open()) {
      List<Customer> open =
          session
              .scalars(
                  select(CUSTOMER)
                      .options(selectIn(CUSTOMER.purchases.and(PURCHASE.open.eq(true)))))
              .all();
      Select<String> joined =
          select(CUSTOMER.name).join(CUSTOMER.purchases.and(PURCHASE.label.like("c0%")));
      Select<String> asked =
          select(CUSTOMER.name).where(CUSTOMER.purchases.and(PURCHASE.open.eq(true)).any());
      Select<Topic> above = select(TOPIC).join(TOPIC.parent.to(TOPIC.as("up")));

      assertThat(open).allSatisfy(each -> assertThat(each.getPurchases()).hasSize(1));
      assertThat(session.scalars(joined).all()).containsExactly("c0", "c0");
      assertThat(session.scalars(asked).all()).containsExactlyInAnyOrder("c0", "c1");
      assertThat(session.scalars(above).all()).isEmpty();
    }
  }

  @Test
  void criteria() {
    SessionFactory shown =
        sessions.withCriteria(
            withCriteria(
                Withdrawable.class,
                entity -> entity.attribute("withdrawn", Boolean.class).eq(false)),
            withCriteria(PURCHASE, PURCHASE.open.eq(true)));
    shop.database.run("UPDATE product SET withdrawn = true WHERE name = 'pear'");

    try (Session session = shown.open()) {
      assertThat(session.scalars(select(PRODUCT)).all()).hasSize(1);
      assertThat(session.scalars(select(PURCHASE)).all()).hasSize(2);
    }
    try (Session session = sessions.open()) {
      Select<Purchase> query =
          select(PURCHASE).options(withCriteria(PURCHASE, PURCHASE.open.eq(true)));

      assertThat(session.scalars(query).all()).hasSize(2);
    }
  }

  @Test
  void objectsFromElsewhere() {
    try (Session session = sessions.open()) {
      CustomerT last = CUSTOMER.as("last");
      Select<Customer> newest =
          select(last).from(select(CUSTOMER).orderBy(CUSTOMER.id.desc()).limit(1).as("last"));
      List<Customer> written =
          session
              .scalars(text("SELECT id, name, city FROM customer").columns(Projection.of(CUSTOMER)))
              .all();
      List<Row2<Customer, Purchase>> pairs =
          session.execute(select(CUSTOMER, PURCHASE).from(PURCHASE).join(PURCHASE.customer)).all();
      Customer locked = session.get(Customer.class, 1L, forUpdate(), selectIn(CUSTOMER.purchases));

      assertThat(session.scalars(newest, populateExisting(), autoflush(false)).all())
          .extracting(Customer::getName)
          .containsExactly("c1");
      assertThat(written).hasSize(2);
      assertThat(pairs).hasSize(4);
      assertThat(locked).isSameAs(written.get(0));
    }
  }

  @Test
  void statementsThatWrite() {
    try (Session session = sessions.open()) {
      session.execute(update(PURCHASE).set(PURCHASE.label, "open").where(PURCHASE.open.eq(true)));
      session.execute(delete(LINE).where(LINE.amount.gt(1)), synchronise(Synchronisation.NONE));

      assertThat(session.scalars(select(PURCHASE.label).where(PURCHASE.open.eq(true))).all())
          .containsExactly("open", "open");
      assertThat(session.scalars(select(LINE)).all()).hasSize(4);
    }
  }

  record NewPurchase(String label, boolean open, Long customer) {}

  record NewProduct(String name, boolean withdrawn) {}

  @Test
  void manyRows() {
    List<NewPurchase> purchases = List.of(new NewPurchase("a", true, 1L));
    List<NewProduct> products = List.of(new NewProduct("fig", false), new NewProduct("nut", true));
    try (Session session = sessions.open()) {
      session.bulk().insert(PURCHASE, purchases);
      List<Product> made = session.bulk().insertReturning(PRODUCT, products);
      session.bulk().update(PURCHASE, List.of(Map.of("id", 1L, "label", "one")));

      assertThat(made).extracting(Product::getName).containsExactly("fig", "nut");
      assertThat(session.scalars(select(PURCHASE.label).orderBy(PURCHASE.id)).all())
          .containsExactly("one", "c0.p1", "c1.p0", "c1.p1", "a");
    }
  }

  @Test
  void upsert() {
    shop.database.run("ALTER TABLE product ADD UNIQUE (name)");
    try (Session session = sessions.open()) {
      List<Product> made =
          session
              .execute(
                  insert(PRODUCT)
                      .columns(PRODUCT.name, PRODUCT.withdrawn, PRODUCT.version)
                      .values("apple", true, 1)
                      .onConflict(PRODUCT.name)
                      .doUpdate(set(PRODUCT.withdrawn, true))
                      .returning(PRODUCT),
                  populateExisting())
              .all();

      assertThat(made).extracting(Product::isWithdrawn).containsExactly(true);
    }
  }
}
