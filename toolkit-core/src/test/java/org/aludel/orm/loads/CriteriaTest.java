package org.aludel.orm.loads;

import static org.aludel.orm.loads.CustomerT.CUSTOMER;
import static org.aludel.orm.loads.LineT.LINE;
import static org.aludel.orm.loads.ProductT.PRODUCT;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.aludel.orm.query.Loading.joined;
import static org.aludel.orm.query.Loading.selectIn;
import static org.aludel.orm.query.Loading.withCriteria;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.NoResultException;
import org.aludel.error.UsageException;
import org.aludel.orm.metamodel.Criteria;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Select;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class CriteriaTest {
  private static final Criteria SHOWN =
      withCriteria(
          Withdrawable.class, entity -> entity.attribute("withdrawn", Boolean.class).eq(false));
  private static final Criteria OPEN = withCriteria(PURCHASE, PURCHASE.open.eq(true));
  private static final String PRODUCT_COLUMNS =
      "product.id, product.name, product.withdrawn, product.version";

  private LoadsDatabase shop;
  private SessionFactory filtered;

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
    shop.fill(1, 2);
    shop.database.run("UPDATE product SET withdrawn = true WHERE name = 'pear'");
    filtered = shop.sessions.withCriteria(SHOWN, OPEN);
  }

  private List<String> sqlOf(SessionFactory sessions, Select<?> select) {
    try (Session session = sessions.open()) {
      session.execute(select).all();
    }
    return shop.sql();
  }

  @Test
  void aStatementReadsTheRowsThatFulfilThem() {
    try (Session session = shop.sessions.open()) {
      assertThat(session.scalars(select(PRODUCT).options(SHOWN)).all())
          .extracting(Product::getName)
          .containsExactly("apple");
    }
    assertThat(shop.sql())
        .containsExactly("SELECT " + PRODUCT_COLUMNS + " FROM product WHERE product.withdrawn = ?");
  }

  @Test
  void otherStatementsReadAll() {
    try (Session session = shop.sessions.open()) {
      assertThat(session.scalars(select(PRODUCT)).all()).hasSize(2);
    }
  }

  @Test
  void aliasesAndColumnsAreMeantToo() {
    ProductT other = PRODUCT.as("other");

    assertThat(sqlOf(filtered, select(count()).from(other)))
        .containsExactly("SELECT count(*) FROM product AS other WHERE other.withdrawn = ?");
    assertThat(sqlOf(filtered, select(PRODUCT.name)))
        .containsExactly("SELECT product.name FROM product WHERE product.withdrawn = ?");
  }

  @Test
  void joinsHoldThemInTheirConditions() {
    assertThat(sqlOf(filtered, select(LINE.id).leftJoin(LINE.product)))
        .containsExactly(
            "SELECT line.id FROM line LEFT JOIN product ON product.id = line.product_id"
                + " AND product.withdrawn = ?");
    assertThat(sqlOf(filtered, select(LINE.id).join(PRODUCT, PRODUCT.id.eq(LINE.product.id))))
        .containsExactly(
            "SELECT line.id FROM line JOIN product ON product.id = line.product_id"
                + " AND product.withdrawn = ?");
  }

  @Test
  void joinsThatKeepTheOtherSideReadAQuery() {
    assertThat(
            sqlOf(
                filtered,
                select(LINE.id).from(LINE).rightJoin(PRODUCT, PRODUCT.id.eq(LINE.product.id))))
        .containsExactly(
            "SELECT line.id FROM line RIGHT JOIN (SELECT "
                + PRODUCT_COLUMNS
                + " FROM product WHERE product.withdrawn = ?) AS product"
                + " ON product.id = line.product_id");
  }

  @Test
  void suchAQueryKeepsTheAlias() {
    ProductT other = PRODUCT.as("other");

    assertThat(
            sqlOf(
                filtered,
                select(other.name).from(LINE).rightJoin(other, other.id.eq(LINE.product.id))))
        .containsExactly(
            "SELECT other.name FROM line RIGHT JOIN (SELECT "
                + PRODUCT_COLUMNS
                + " FROM product WHERE product.withdrawn = ?) AS other"
                + " ON other.id = line.product_id");
  }

  @Test
  void wholeObjectsComeOutOfSuchAQueryToo() {
    try (Session session = filtered.open()) {
      List<Product> products =
          session
              .scalars(
                  select(PRODUCT)
                      .from(LINE)
                      .rightJoin(PRODUCT, PRODUCT.id.eq(LINE.product.id))
                      .distinct())
              .all();

      assertThat(products).extracting(Product::getName).containsExactly("apple");
    }
  }

  @Test
  void questionsAskForThem() {
    assertThat(sqlOf(filtered, select(LINE.id).where(LINE.product.has())))
        .containsExactly(
            "SELECT line.id FROM line WHERE EXISTS (SELECT 1 FROM product"
                + " WHERE product.id = line.product_id AND product.withdrawn = ?)");
    assertThat(sqlOf(filtered, select(CUSTOMER.id).where(CUSTOMER.purchases.any())))
        .containsExactly(
            "SELECT customer.id FROM customer WHERE EXISTS (SELECT 1 FROM purchase"
                + " WHERE purchase.customer_id = customer.id AND purchase.open = ?)");
  }

  @Test
  void subqueriesHoldThemOnceAndTheQueryAroundItsOwn() {
    assertThat(
            sqlOf(
                filtered,
                select(PURCHASE.id)
                    .where(
                        exists(
                            select(LINE.id).from(LINE).where(LINE.purchase.id.eq(PURCHASE.id))))))
        .containsExactly(
            "SELECT purchase.id FROM purchase WHERE EXISTS (SELECT line.id FROM line"
                + " WHERE line.purchase_id = purchase.id) AND purchase.open = ?");
  }

  @Test
  void lazyLoadsFollowThem() {
    try (Session session = filtered.open()) {
      Customer customer = session.getOne(Customer.class, 1);

      assertThat(customer.getPurchases()).extracting(Purchase::getLabel).containsExactly("c0.p0");
    }
  }

  @Test
  void lazyLoadsFollowThoseOfTheirStatement() {
    try (Session session = shop.sessions.open()) {
      Customer customer = session.scalars(select(CUSTOMER).options(OPEN)).one();

      assertThat(customer.getPurchases()).hasSize(1);
    }
  }

  @Test
  void eagerLoadsFollowThem() {
    try (Session session = filtered.open()) {
      Customer customer =
          session
              .scalars(
                  select(CUSTOMER)
                      .options(
                          joined(CUSTOMER.purchases)
                              .then(selectIn(PURCHASE.lines).then(joined(LINE.product)))))
              .one();

      Purchase purchase = customer.getPurchases().get(0);
      assertThat(customer.getPurchases()).hasSize(1);
      assertThat(purchase.getLines().get(0).getProduct().getName()).isEqualTo("apple");
      assertThatThrownBy(() -> purchase.getLines().get(1).getProduct().getName())
          .isInstanceOf(NoResultException.class)
          .hasMessageContaining("criteria");
    }
  }

  @Test
  void getFindsNoRowThatDoesNotFulfilThem() {
    try (Session session = filtered.open()) {
      assertThat(session.get(Product.class, 1)).isNotNull();
      assertThat(session.get(Product.class, 2)).isNull();
    }
    assertThat(shop.sql())
        .containsExactly(
            "SELECT "
                + PRODUCT_COLUMNS
                + " FROM product WHERE product.id = ANY (?)"
                + " AND product.withdrawn = ?",
            "SELECT "
                + PRODUCT_COLUMNS
                + " FROM product WHERE product.id = ANY (?)"
                + " AND product.withdrawn = ?");
  }

  @Test
  void refreshFindsTheRowGone() {
    try (Session session = filtered.open()) {
      Product apple = session.getOne(Product.class, 1);
      shop.database.run("UPDATE product SET withdrawn = true");

      assertThatThrownBy(() -> session.refresh(apple))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-NOT-PERSISTENT");
    }
  }

  @Test
  void updateAndDeleteChangeTheRowsThatFulfilThem() {
    try (Session session = filtered.open()) {
      session.execute(update(PRODUCT).set(PRODUCT.name, "none").where(PRODUCT.id.gt(0L)));
      session.execute(delete(PURCHASE).where(PURCHASE.id.lt(0L)));
      session.commit();
    }
    assertThat(shop.sql())
        .contains(
            "UPDATE product SET name = ? WHERE id > ? AND withdrawn = ? RETURNING id",
            "DELETE FROM purchase WHERE id < ? AND open = ? RETURNING id");
    assertThat(shop.database.query("SELECT name FROM product ORDER BY id"))
        .containsExactly(List.of("none"), List.of("pear"));
  }

  @Test
  void anUnsafeStatementStaysRefused() {
    try (Session session = filtered.open()) {
      assertThatThrownBy(() -> session.execute(delete(PRODUCT)))
          .hasMessageContaining("UNSAFE-STATEMENT");
    }
  }

  @Test
  void deletingAnOwnerReachesWhatIsHidden() {
    try (Session session = filtered.open()) {
      Customer customer = session.getOne(Customer.class, 1);
      assertThat(customer.getPurchases()).hasSize(1);
      session.delete(customer);
      session.commit();
    }
    assertThat(shop.database.query("SELECT count(*) FROM purchase")).containsExactly(List.of("0"));
  }

  @Test
  void anAttributeThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () ->
                shop.sessions.withCriteria(
                    withCriteria(
                        Withdrawable.class,
                        entity -> entity.attribute("tenant", Long.class).eq(1L))))
        .hasMessageContaining("Product.tenant");
  }
}
