package org.aludel.orm.links;

import static org.aludel.orm.links.BasketT.BASKET;
import static org.aludel.orm.links.FruitT.FRUIT;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections whose foreign key no attribute of their elements holds. */
@PostgresTest
final class JoinedCollectionTest {
  private static final Registry REGISTRY = Registry.of(LinksBase.class);

  private LinkDatabase links;

  @BeforeEach
  void create(TestDatabase database) {
    links = LinkDatabase.fresh(database, REGISTRY);
  }

  private static Basket basket(String name, String... fruits) {
    Basket basket = new Basket(name);
    for (String fruit : fruits) {
      basket.getFruits().add(new Fruit(fruit));
    }
    return basket;
  }

  private void add(Basket... baskets) {
    links.sessions.inTransaction(session -> session.addAll(List.of(baskets)));
    links.sql();
  }

  private List<List<String>> owners() {
    return links.query("SELECT name, basket_id FROM fruit ORDER BY id");
  }

  @Test
  void theKeyStandsInTheTableOfTheElements() {
    assertThat(
            links.query(
                "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'"
                    + " AND conrelid IN ('fruit'::regclass, 'coupon'::regclass) ORDER BY 1"))
        .containsExactly(
            List.of(
                "fk_coupon_basket_id_basket",
                "FOREIGN KEY (basket_id) REFERENCES basket(id) ON DELETE CASCADE"),
            List.of("fk_fruit_basket_id_basket", "FOREIGN KEY (basket_id) REFERENCES basket(id)"));
  }

  @Test
  void theSameInsertWritesTheKey() {
    Basket basket = basket("b", "apple", "pear", "plum");
    basket.getCoupons().add(new Coupon("ten"));
    links.sessions.inTransaction(session -> session.add(basket));

    assertThat(links.sql())
        .containsExactly(
            "INSERT INTO basket (name) VALUES (?) RETURNING id",
            "INSERT INTO coupon (name, basket_id) VALUES (?, ?) RETURNING id",
            "MERGE INTO fruit AS t USING unnest(?::text[], ?::bigint[])"
                + " WITH ORDINALITY AS v(c1, c2, ord) ON false WHEN NOT MATCHED THEN INSERT"
                + " (name, basket_id) VALUES (v.c1, v.c2) RETURNING v.ord, t.id");
    assertThat(owners())
        .containsExactly(List.of("apple", "1"), List.of("pear", "1"), List.of("plum", "1"));
  }

  @Test
  void loadsTheElementsOfAllOwnersTogether() {
    add(basket("a", "apple", "pear"), basket("b", "plum"), basket("c"));

    try (Session session = links.sessions.open()) {
      List<Basket> all = session.scalars(select(BASKET).orderBy(BASKET.id)).all();

      assertThat(all.get(0).getFruits())
          .extracting(Fruit::getName)
          .containsExactly("pear", "apple");
      assertThat(all.get(1).getFruits()).extracting(Fruit::getName).containsExactly("plum");
      assertThat(all.get(2).getFruits()).isEmpty();
    }
    assertThat(links.sql())
        .containsExactly(
            "SELECT basket.id, basket.name FROM basket ORDER BY basket.id",
            "SELECT id, name, basket_id FROM fruit WHERE basket_id = ANY (?::bigint[])"
                + " ORDER BY name DESC");
  }

  @Test
  void movesAnElementByOneUpdate() {
    add(basket("a", "apple", "pear"), basket("b"));

    try (Session session = links.sessions.open()) {
      Basket from = session.getOne(Basket.class, 1);
      Basket to = session.getOne(Basket.class, 2);
      to.getFruits().add(from.getFruits().remove(0));
      session.commit();

      assertThat(session.hasChanges()).isFalse();
    }
    assertThat(links.sql()).endsWith("UPDATE fruit SET basket_id = ? WHERE id = ?");
    assertThat(owners()).containsExactly(List.of("apple", "1"), List.of("pear", "2"));
  }

  @Test
  void anElementAddedElsewhereLeavesTheCollectionThatItWasIn() {
    add(basket("a", "apple"), basket("b"));

    try (Session session = links.sessions.open()) {
      Basket from = session.getOne(Basket.class, 1);
      Basket to = session.getOne(Basket.class, 2);
      to.getFruits().add(from.getFruits().get(0));
      session.flush();

      assertThat(from.getFruits()).isEmpty();
      assertThat(to.getFruits()).hasSize(1);
    }
  }

  @Test
  void anElementThatLeavesLosesTheKey() {
    add(basket("a", "apple", "pear"));

    links.sessions.inTransaction(session -> session.getOne(Basket.class, 1).getFruits().clear());

    assertThat(links.sql())
        .endsWith(
            "UPDATE fruit AS t SET basket_id = v.c1 FROM unnest(?::bigint[], ?::bigint[])"
                + " AS v(k1, c1) WHERE t.id = v.k1 RETURNING t.id");
    assertThat(links.query("SELECT count(basket_id), count(*) FROM fruit"))
        .containsExactly(List.of("0", "2"));
  }

  @Test
  void anOrphanIsDeleted() {
    Basket basket = basket("a");
    basket.getCoupons().addAll(List.of(new Coupon("one"), new Coupon("two")));
    add(basket);

    links.sessions.inTransaction(session -> session.getOne(Basket.class, 1).getCoupons().remove(0));

    assertThat(links.query("SELECT name FROM coupon")).containsExactly(List.of("two"));
  }

  @Test
  void elementsAreDeletedBeforeTheirOwner() {
    add(basket("a", "apple", "pear"));

    links.sessions.inTransaction(session -> session.delete(session.getOne(Basket.class, 1)));

    assertThat(links.sql())
        .endsWith(
            "DELETE FROM fruit WHERE id = ANY (?::bigint[])",
            "DELETE FROM basket WHERE id = ANY (?::bigint[])");
  }

  @Test
  void refusesAnElementOfTwoOwners() {
    add(basket("a", "apple"), basket("b"), basket("c"));

    try (Session session = links.sessions.open()) {
      Fruit apple = session.getOne(Basket.class, 1).getFruits().get(0);
      session.getOne(Basket.class, 2).getFruits().add(apple);
      session.getOne(Basket.class, 3).getFruits().add(apple);

      assertThatThrownBy(session::flush)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("SESSION-CONTRADICTION");
      session.rollback();
    }
  }

  @Test
  void rollbackPutsElementsBack() {
    add(basket("a", "apple", "pear"), basket("b"));

    try (Session session = links.sessions.open()) {
      Basket from = session.getOne(Basket.class, 1);
      Basket to = session.getOne(Basket.class, 2);
      to.getFruits().addAll(from.getFruits());
      session.flush();
      session.rollback();

      assertThat(from.getFruits()).hasSize(2);
      assertThat(to.getFruits()).isEmpty();
      assertThat(session.hasChanges()).isFalse();
      to.getFruits().add(from.getFruits().remove(1));
      session.commit();
    }
    assertThat(owners()).containsExactly(List.of("apple", "2"), List.of("pear", "1"));
  }

  @Test
  void aFruitReadByItselfIsMovedWithoutItsOwner() {
    add(basket("a", "apple"), basket("b"));

    links.sessions.inTransaction(
        session -> session.getOne(Basket.class, 2).getFruits().add(session.getOne(Fruit.class, 1)));

    assertThat(owners()).containsExactly(List.of("apple", "2"));
  }

  @Test
  void queriesJoinAlongIt() {
    add(basket("a", "apple", "pear"), basket("b", "plum"));

    try (Session session = links.sessions.open()) {
      assertThat(
              session
                  .scalars(select(BASKET.name).where(BASKET.fruits.any(FRUIT.name.eq("plum"))))
                  .all())
          .containsExactly("b");
      assertThat(
              session
                  .scalars(
                      select(FRUIT.name)
                          .from(BASKET)
                          .join(BASKET.fruits)
                          .where(BASKET.name.eq("a"))
                          .orderBy(FRUIT.name))
                  .all())
          .containsExactly("apple", "pear");
    }
  }
}
