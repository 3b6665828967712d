package org.aludel.orm.session;

import static org.aludel.orm.bookshop.ShelfT.SHELF;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aludel.orm.bookshop.Shelf;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class BulkSequenceTest {
  private static final String NEXT = "nextval";

  private Bookshop shop;

  record Coded(String code) {}

  @BeforeEach
  void create(TestDatabase database) {
    shop = Bookshop.fresh(database);
    // The first value of a new sequence owns no block: it is 1 and nothing below it counts.
    shop.sessions.inTransaction(session -> session.add(new Shelf("first")));
    shop.sql();
  }

  @Test
  void idsOfAllRowsAreTakenByOneStatement() {
    List<Coded> rows = IntStream.range(0, 25).mapToObj(n -> new Coded("s" + n)).toList();

    shop.sessions.inTransaction(session -> session.bulk().insert(SHELF, rows));

    assertThat(shop.sql())
        .satisfiesExactly(
            sql -> assertThat(sql).contains(NEXT),
            sql ->
                assertThat(sql)
                    .isEqualTo(
                        "INSERT INTO shelf (code, id) SELECT v.c1, v.c2 FROM"
                            + " unnest(?::text[], ?::bigint[]) AS v(c1, c2)"));
    assertThat(shop.query("SELECT count(DISTINCT id), max(id) FROM shelf"))
        .containsExactly(List.of("26", "26"));
  }

  @Test
  void aFlushGoesOnWithTheIdsThatAreLeft() {
    shop.sessions.inTransaction(session -> session.bulk().insert(SHELF, List.of(new Coded("a"))));
    shop.sql();

    Shelf next = shop.sessions.fromTransaction(session -> session.add(new Shelf("b")));

    assertThat(next.getId()).isEqualTo(3);
    assertThat(shop.sql()).noneMatch(sql -> sql.contains(NEXT));
  }

  @Test
  void idsThatRowsGiveStay() {
    shop.sessions.inTransaction(
        session -> session.bulk().insert(SHELF, List.of(Map.of("id", 700L, "code", "given"))));

    assertThat(shop.sql()).noneMatch(sql -> sql.contains(NEXT));
    assertThat(shop.query("SELECT id, code FROM shelf WHERE id > 1"))
        .containsExactly(List.of("700", "given"));
  }

  @Test
  void objectsComeBackInTheOrderOfRowsWithAndWithoutIds() {
    List<Shelf> made =
        shop.sessions.fromTransaction(
            session ->
                session
                    .bulk()
                    .insertReturning(
                        SHELF,
                        List.of(
                            new Coded("z"), Map.of("id", 700L, "code", "given"), new Shelf("a"))));

    assertThat(made).extracting(Shelf::getCode).containsExactly("z", "given", "a");
    assertThat(made).extracting(Shelf::getId).containsExactly(2L, 700L, 3L);
    assertThat(shop.sql()).filteredOn(sql -> sql.contains(NEXT)).hasSize(1);
  }
}
