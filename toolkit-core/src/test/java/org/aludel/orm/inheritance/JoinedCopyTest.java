package org.aludel.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aludel.engine.Engine;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.error.DatabaseException;
import org.aludel.error.UsageException;
import org.aludel.orm.fleet.Car;
import org.aludel.orm.fleet.CarT;
import org.aludel.orm.fleet.CardPaymentT;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.freight.FreightBase;
import org.aludel.orm.freight.Parcel;
import org.aludel.orm.freight.ParcelT;
import org.aludel.orm.freight.Shipment;
import org.aludel.orm.mapping.DeclarativeBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Rows of joined tables by COPY. */
@PostgresTest
final class JoinedCopyTest {
  private static final ParcelT PARCEL = ParcelT.PARCEL;

  private final List<String> sql = new ArrayList<>();

  record NewParcel(String code, int weight) {}

  /** COPY does not go through JDBC's statements, so that the engine is listened to. */
  private SessionFactory sessions(TestDatabase database, Class<? extends DeclarativeBase> base) {
    Registry registry = Registry.of(base);
    database.run(
        "DROP SCHEMA public CASCADE; CREATE SCHEMA public; "
            + String.join("; ", HierarchyDatabase.ddl(registry)));
    ExecutionListener listener =
        new ExecutionListener() {
          @Override
          public void executed(Execution execution) {
            sql.add(execution.sql());
          }
        };
    Engine engine = Engine.create(database.dataSource(), options -> options.listener(listener));
    return SessionFactory.of(engine, registry);
  }

  @Test
  void eachTableIsOneCopyWithTheIdsOfTheSequence(TestDatabase database) {
    SessionFactory sessions = sessions(database, FreightBase.class);
    List<NewParcel> rows =
        IntStream.range(0, 100).mapToObj(n -> new NewParcel("p" + n, n)).toList();
    // The first value of a new sequence owns no block.
    sessions.inTransaction(session -> session.add(new Shipment("first")));
    sql.clear();

    sessions.inTransaction(session -> assertThat(session.bulk().copy(PARCEL, rows)).isEqualTo(100));

    assertThat(sql)
        .satisfiesExactly(
            one -> assertThat(one).contains("nextval"),
            one -> assertThat(one).isEqualTo("COPY shipment (code, id, version) FROM STDIN"),
            one -> assertThat(one).isEqualTo("COPY parcel (id, weight) FROM STDIN"));
    assertThat(
            database.query(
                "SELECT count(*), min(version) FROM shipment JOIN parcel USING (id)"
                    + " WHERE code = 'p' || weight"))
        .containsExactly(List.of("100", "1"));
  }

  @Test
  void aFlushGoesOnBehindTheIds(TestDatabase database) {
    SessionFactory sessions = sessions(database, FreightBase.class);

    sessions.inTransaction(
        session -> {
          session.bulk().copy(PARCEL, List.of(new NewParcel("copied", 1)));
          session.add(new Parcel("added", 2));
          session.flush();

          assertThat(session.scalars(Sql.select(PARCEL).orderBy(PARCEL.id)).all())
              .extracting(Parcel::getCode)
              .containsExactly("copied", "added");
        });
  }

  @Test
  void noMoreThanAPageOfRowsIsHeld(TestDatabase database) {
    SessionFactory sessions = sessions(database, FreightBase.class);
    List<Integer> copies = new ArrayList<>();
    Iterable<NewParcel> rows =
        () ->
            IntStream.range(0, 20_001)
                .peek(
                    n -> {
                      if (n % 10_000 == 0) {
                        copies.add((int) sql.stream().filter(one -> one.contains("COPY")).count());
                      }
                    })
                .mapToObj(n -> new NewParcel("p" + n, n))
                .iterator();

    sessions.inTransaction(
        session -> assertThat(session.bulk().copy(PARCEL, rows)).isEqualTo(20_001));

    assertThat(copies).containsExactly(0, 2, 4);
    assertThat(sql).filteredOn(one -> one.contains("COPY")).hasSize(6);
    assertThat(database.query("SELECT count(*) FROM shipment JOIN parcel USING (id)"))
        .containsExactly(List.of("20001"));
  }

  @Test
  void givenIdsAndADiscriminatorAreCopied(TestDatabase database) {
    SessionFactory sessions = sessions(database, FleetBase.class);

    sessions.inTransaction(
        session ->
            session
                .bulk()
                .copy(
                    CardPaymentT.CARD_PAYMENT,
                    List.of(
                        Map.of("number", 7, "card", "visa"), Map.of("number", 8, "card", "none"))));

    assertThat(sql)
        .containsExactly(
            "COPY payment (number, kind) FROM STDIN",
            "COPY card_payment (number, card) FROM STDIN");
    assertThat(
            database.query(
                "SELECT number, kind, card FROM payment JOIN card_payment USING (number)"
                    + " ORDER BY 1"))
        .containsExactly(List.of("7", "1", "visa"), List.of("8", "1", "none"));
  }

  @Test
  void idsThatTheDatabaseMakesAreRefused(TestDatabase database) {
    SessionFactory sessions = sessions(database, FleetBase.class);

    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.bulk().copy(CarT.CAR, List.of(new Car("mini", 3))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED")
          .hasMessageContaining("without an id");
    }
    assertThat(sql).isEmpty();
  }

  @Test
  void aRefusedRowOfALaterPageIsFoundAndNoneIsStored(TestDatabase database) {
    SessionFactory sessions = sessions(database, FreightBase.class);
    Iterable<NewParcel> rows =
        () ->
            IntStream.range(0, 10_010)
                .mapToObj(n -> new NewParcel(n == 10_002 ? "x".repeat(50) : "p" + n, n))
                .iterator();

    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.bulk().copy(PARCEL, rows))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("line 3, column code")
          .hasMessageContaining("line 1 is row 10001");
      session.rollback();
    }
    assertThat(database.query("SELECT count(*) FROM shipment")).containsExactly(List.of("0"));
  }

  @Test
  void aRowOfOtherAttributesIsNumberedAmongAll(TestDatabase database) {
    SessionFactory sessions = sessions(database, FreightBase.class);

    try (Session session = sessions.open()) {
      assertThatThrownBy(
              () ->
                  session
                      .bulk()
                      .copy(PARCEL, List.of(Map.of("code", "a", "weight", 1), Map.of("code", "b"))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("row 2 with [code]");
    }
  }
}
