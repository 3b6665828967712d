package org.aludel.orm.loads;

import static org.aludel.orm.loads.ProductT.PRODUCT;
import static org.aludel.orm.loads.PurchaseT.PURCHASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aludel.error.DatabaseException;
import org.aludel.error.UsageException;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class BulkCopyTest {
  private LoadsDatabase shop;

  record NewPurchase(String label, boolean open, Long customer) {}

  @BeforeEach
  void create(TestDatabase database) {
    shop = LoadsDatabase.fresh(database);
    shop.fill(1, 2);
  }

  private List<List<String>> labels() {
    return shop.database.query("SELECT label FROM purchase WHERE id > 2 ORDER BY id");
  }

  @Test
  void signsOfTheFormatArriveAsTheyAre() {
    List<String> labels =
        List.of("tab\there", "line\nend\r", "back\\slash \\N", "", "Zoë, 你好 🙂", "\\.");

    try (Session session = shop.sessions.open()) {
      long copied =
          session
              .bulk()
              .copy(
                  PURCHASE,
                  labels.stream().map(label -> new NewPurchase(label, true, 1L)).toList());
      session.commit();

      assertThat(copied).isEqualTo(6);
    }
    assertThat(labels()).isEqualTo(labels.stream().map(List::of).toList());
  }

  @Test
  void rowsAreAskedForOneAfterTheOther() {
    Iterable<NewPurchase> purchases =
        () ->
            IntStream.range(0, 20_000).mapToObj(n -> new NewPurchase("p" + n, true, 1L)).iterator();

    try (Session session = shop.sessions.open()) {
      long copied = session.bulk().copy(PURCHASE, purchases);
      assertThat(copied).isEqualTo(20_000);
      session.commit();
    }
    assertThat(shop.database.query("SELECT count(DISTINCT label) FROM purchase WHERE id > 2"))
        .containsExactly(List.of("20000"));
  }

  @Test
  void aNewRowOfAVersionedClassHasItsFirstVersion() {
    try (Session session = shop.sessions.open()) {
      session.bulk().copy(PRODUCT, List.of(Map.of("name", "copied", "withdrawn", false)));
      session.commit();
    }
    assertThat(shop.database.query("SELECT version FROM product WHERE name = 'copied'"))
        .containsExactly(List.of("1"));
  }

  @Test
  void nullIsNull() {
    Map<String, Object> row = new HashMap<>();
    row.put("label", "n");
    row.put("open", false);
    row.put("customer", 1L);
    row.put("promoted", null);

    try (Session session = shop.sessions.open()) {
      session.bulk().copy(PURCHASE, List.of(row));
      session.commit();
    }
    assertThat(shop.database.query("SELECT promoted_id IS NULL FROM purchase WHERE label = 'n'"))
        .containsExactly(List.of("t"));
  }

  @Test
  void aRefusedRowIsNumberedAndNoneIsStored() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session
                      .bulk()
                      .copy(
                          PURCHASE,
                          List.of(
                              new NewPurchase("fits", true, 1L),
                              new NewPurchase("x".repeat(300), true, 1L))))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("line 2, column label")
          .hasMessageNotContaining("xxx");
      session.rollback();
      session.bulk().copy(PURCHASE, List.of(new NewPurchase("after", true, 1L)));
      session.commit();
    }
    assertThat(labels()).containsExactly(List.of("after"));
  }

  @Test
  void aRowOfOtherAttributesIsNumbered() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session
                      .bulk()
                      .copy(
                          PURCHASE,
                          List.of(
                              Map.of("label", "a", "open", true, "customer", 1L),
                              Map.of("label", "b"))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("row 2 with [label]");
    }
    assertThat(labels()).isEmpty();
  }

  @Test
  void nullIsNoRow() {
    try (Session session = shop.sessions.open()) {
      assertThatThrownBy(
              () ->
                  session
                      .bulk()
                      .copy(PURCHASE, Arrays.asList(new NewPurchase("first", true, 1L), null)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-NULL")
          .hasMessageContaining("null in place of a row");
    }
    assertThat(labels()).isEmpty();
  }

  @Test
  void noRowsAreNoStatement() {
    try (Session session = shop.sessions.open()) {
      assertThat(session.bulk().copy(PURCHASE, List.of())).isZero();
    }
  }
}
