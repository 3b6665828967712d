package org.aludel.orm.loads;

import static org.aludel.orm.loads.ProductT.PRODUCT;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.error.StaleDataException;
import org.aludel.error.UsageException;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class BulkTest {
  private LoadsDatabase shop;

  record NewPurchase(String label, boolean open, Long customer) {}

  record Named(String name, boolean withdrawn) {}

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
    shop.fill(1, 2);
  }

  private List<List<String>> products() {
    return shop.database.query("SELECT name, withdrawn, version FROM product ORDER BY id");
  }

  @Test
  void recordsAreInsertedByOneStatement() {
    try (Session session = shop.sessions.open()) {
      long inserted =
          session
              .bulk()
              .insert(
                  PURCHASE,
                  List.of(new NewPurchase("a", true, 1L), new NewPurchase("b", false, 1L)));
      session.commit();

      assertThat(inserted).isEqualTo(2);
    }
    assertThat(shop.sql())
        .containsExactly(
            "INSERT INTO purchase (label, open, customer_id) SELECT v.c1, v.c2, v.c3 FROM"
                + " unnest(?::text[], ?::boolean[], ?::bigint[]) AS v(c1, c2, c3)");
    assertThat(
            shop.database.query("SELECT label, customer_id FROM purchase WHERE id > 2 ORDER BY id"))
        .containsExactly(List.of("a", "1"), List.of("b", "1"));
  }

  @Test
  void thousandRowsAreOneStatementAndOneMoreIsTwo() {
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < 1001; i++) {
      rows.add(new NewPurchase("p" + i, true, 1L));
    }

    try (Session session = shop.sessions.open()) {
      session.bulk().insert(PURCHASE, rows);
    }
    assertThat(shop.sql()).hasSize(2);
  }

  @Test
  void mapsMayNameDifferentAttributes() {
    try (Session session = shop.sessions.open()) {
      Customer customer = session.getOne(Customer.class, 1);
      shop.sql();
      session
          .bulk()
          .insert(
              PURCHASE,
              List.of(
                  Map.of("label", "x", "open", true, "customer", customer),
                  Map.of("label", "y", "open", false, "customer", customer, "promoted", 1L),
                  Map.of("label", "z", "open", true, "customer", customer)));

      assertThat(shop.sql()).hasSize(2);
      session.commit();
    }
    assertThat(shop.database.query("SELECT promoted_id FROM purchase WHERE label = 'y'"))
        .containsExactly(List.of("1"));
  }

  @Test
  void insertedObjectsComeBackInTheOrderOfTheRows() {
    try (Session session = shop.sessions.open()) {
      List<Product> made =
          session
              .bulk()
              .insertReturning(
                  PRODUCT,
                  List.of(
                      new Named("z", true),
                      Map.of("name", "m", "withdrawn", false),
                      new Named("a", false)));

      assertThat(made).extracting(Product::getName).containsExactly("z", "m", "a");
      assertThat(made).extracting(Product::getVersion).containsExactly(1, 1, 1);
      assertThat(session.contains(made.get(0))).isTrue();
      assertThat(shop.sql()).hasSize(1).first().asString().startsWith("MERGE INTO product AS t");
    }
  }

  @Test
  void entitiesAreRowsAndStayAsTheyAre() {
    Product given = new Product("given");

    try (Session session = shop.sessions.open()) {
      Product made = session.bulk().insertReturning(PRODUCT, List.of(given)).get(0);
      session.commit();

      assertThat(made).isNotSameAs(given);
      assertThat(given.getId()).isNull();
    }
    assertThat(products()).contains(List.of("given", "f", "1"));
  }

  @Test
  void rowsAreUpdatedByTheirIds() {
    try (Session session = shop.sessions.open()) {
      List<Purchase> purchases = session.scalars(select(PURCHASE).orderBy(PURCHASE.id)).all();
      shop.sql();

      long updated =
          session
              .bulk()
              .update(
                  PURCHASE,
                  List.of(
                      Map.of("id", 1L, "label", "one"),
                      Map.of("id", 2L, "label", "two"),
                      Map.of("id", 99L, "label", "none")));

      assertThat(updated).isEqualTo(2);
      assertThat(purchases).extracting(Purchase::getLabel).containsExactly("one", "two");
      assertThat(shop.sql())
          .containsExactly(
              "UPDATE purchase AS t SET label = v.c1 FROM unnest(?::bigint[], ?::text[])"
                  + " AS v(k1, c1) WHERE t.id = v.k1 RETURNING t.id",
              "SELECT id, label, open, customer_id, promoted_id FROM purchase"
                  + " WHERE id = ANY (?::bigint[])");
    }
  }

  @Test
  void versionsAreComparedAndCounted() {
    try (Session session = shop.sessions.open()) {
      session.bulk().update(PRODUCT, List.of(Map.of("id", 1L, "version", 1, "name", "new")));

      assertThatThrownBy(
              () ->
                  session
                      .bulk()
                      .update(PRODUCT, List.of(Map.of("id", 1L, "version", 1, "name", "late"))))
          .isInstanceOf(StaleDataException.class);
      session.commit();
    }
    assertThat(products()).contains(List.of("new", "f", "2"));
  }

  @Test
  void aRowWithoutItsIdIsRefused() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.bulk().update(PURCHASE, List.of(Map.of("label", "x"))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("rows without an id");
    }
  }

  @Test
  void aNameThatIsNoAttributeIsRefused() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.bulk().insert(PRODUCT, List.of(Map.of("nam", "x"))))
          .hasMessageContaining("\"nam\"");
    }
  }

  @Test
  void aValueOfAnotherClassIsRefused() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(() -> session.bulk().insert(PRODUCT, List.of(Map.of("name", 7))))
          .hasMessageContaining("Product.name")
          .hasMessageContaining("java.lang.Integer");
    }
  }
}
