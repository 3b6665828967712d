package org.aludel.orm.ids;

import static org.aludel.orm.ids.ParcelT.PARCEL;
import static org.aludel.orm.ids.ScanT.SCAN;
import static org.aludel.orm.ids.ShelfT.SHELF;
import static org.aludel.orm.ids.TicketT.TICKET;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids that are objects: embedded in the entity, or of a class beside it. */
@PostgresTest
final class IdObjectTest {
  private static final Registry REGISTRY = Registry.of(IdBase.class);
  private static final ParcelId FIRST = new ParcelId("OSL", 1);

  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final SessionFactory sessions;

  IdObjectTest(TestDatabase database) {
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
    recorder.clear();
  }

  @AfterEach
  void dropTables() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private void added(Object... objects) {
    sessions.inTransaction(session -> List.of(objects).forEach(session::add));
    recorder.clear();
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  @Test
  void theMembersOfAnEmbeddedIdAreThePrimaryKey() {
    assertThat(REGISTRY.mapper(Parcel.class).ids())
        .extracting(BasicProperty::name, one -> one.column().name(), one -> one.column().nullable())
        .map(Object::toString)
        .containsExactly(
            "(\"id.depot\", \"depot\", false)", "(\"id.number\", \"parcel_no\", false)");
    assertThat(REGISTRY.mapper(Parcel.class).keyColumns())
        .extracting(one -> one.name())
        .containsExactly("depot", "parcel_no");
  }

  @Test
  void aReferenceHasAColumnForEachPartOfTheId() {
    assertThat(REGISTRY.mapper(Scan.class).relationships().get(0).localColumns())
        .extracting(one -> one.name() + " " + one.type())
        .containsExactly("parcel_depot varchar(8)", "parcel_parcel_no integer");
  }

  @Test
  void anObjectIsFoundByItsEmbeddedId() {
    added(new Parcel(FIRST, "books"));

    Parcel found = sessions.fromTransaction(session -> session.getOne(Parcel.class, FIRST));

    assertThat(found.getNote()).isEqualTo("books");
    assertThat(found.getId()).isEqualTo(FIRST);
    assertThat(sql())
        .containsExactly(
            "SELECT depot, parcel_no, note FROM parcel WHERE depot = ? AND parcel_no = ?");
  }

  @Test
  void theSameIdIsTheSameObjectWithoutAStatement() {
    added(new Parcel(FIRST, "books"));

    try (Session session = sessions.open()) {
      Parcel found = session.getOne(Parcel.class, FIRST);
      recorder.clear();

      assertThat(session.getOne(Parcel.class, new ParcelId("OSL", 1))).isSameAs(found);
      assertThat(session.getOne(Parcel.class, List.of("OSL", 1))).isSameAs(found);
      assertThat(sql()).isEmpty();
    }
  }

  @Test
  void anIdOfAnotherClassIsRefused() {
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.get(Parcel.class, new TicketId(1)))
          .hasMessageContaining("cannot get \"org.aludel.orm.ids.Parcel\" by this id")
          .hasMessageContaining("a value of class org.aludel.orm.ids.TicketId")
          .hasMessageContaining("id.depot java.lang.String, id.number java.lang.Integer");
    }
  }

  @Test
  void anIdClassHoldsTheIdInAnyOrderOfItsFields() {
    added(new Shelf("A", 3, "high"));

    Shelf found =
        sessions.fromTransaction(session -> session.getOne(Shelf.class, new ShelfId("A", 3)));

    assertThat(found.getLabel()).isEqualTo("high");
    assertThat(found.getLevel()).isEqualTo(3);
  }

  @Test
  void aNumberThatIsNoIdIsRefused() {
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.get(Shelf.class, List.of(5_000_000_000L, "A")))
          .hasMessageContaining("a value of class java.lang.Long");
      assertThatThrownBy(() -> session.get(Shelf.class, List.of(1.5, "A")))
          .hasMessageContaining("a value of class java.lang.Double");
    }
  }

  @Test
  void anIdWithoutAPartIsRefused() {
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.get(Shelf.class, new ShelfId("A", null)))
          .hasMessageContaining("cannot get \"org.aludel.orm.ids.Shelf\" by this id");
      assertThatThrownBy(() -> session.get(Shelf.class, List.of("A")))
          .hasMessageContaining("a list of 1 values");
    }
  }

  @Test
  void aRecordOfOneColumnIsAnId() {
    Ticket cause = new Ticket(new TicketId(7), "cause");
    Ticket ticket = new Ticket(new TicketId(3), "effect");
    ticket.setCause(cause);
    added(ticket, cause);

    try (Session session = sessions.open()) {
      Ticket found = session.getOne(Ticket.class, new TicketId(3));

      assertThat(found.getCause().getTitle()).isEqualTo("cause");
      assertThat(found.getCause().getId()).isEqualTo(new TicketId(7));
      assertThat(session.getOne(Ticket.class, 7L)).isSameAs(found.getCause());
      assertThat(session.scalars(select(TICKET).where(TICKET.cause.value.eq(7L))).all())
          .containsExactly(found);
    }
  }

  @Test
  void objectsWithEmbeddedIdsAreInsertedTogether() {
    sessions.inTransaction(
        session ->
            IntStream.range(0, 3)
                .forEach(number -> session.add(new Parcel(new ParcelId("BGO", number), "x"))));

    assertThat(sql())
        .containsExactly(
            "INSERT INTO parcel (depot, parcel_no, note) SELECT v.c1, v.c2, v.c3"
                + " FROM unnest(?::text[], ?::integer[], ?::text[]) AS v(c1, c2, c3)");
  }

  @Test
  void aLazyReferenceByAnEmbeddedIdLoads() {
    Parcel parcel = new Parcel(FIRST, "books");
    added(parcel, parcel.scanned("gate"));

    sessions.inTransaction(
        session -> {
          Scan scan = session.scalars(select(SCAN)).one();
          recorder.clear();
          assertThat(scan.getParcel().getNote()).isEqualTo("books");
          assertThat(scan.getParcel().getId()).isEqualTo(FIRST);
        });
    assertThat(sql()).hasSize(1);
  }

  @Test
  void collectionsOfOwnersWithEmbeddedIdsLoadTogether() {
    Parcel first = new Parcel(FIRST, "books");
    Parcel second = new Parcel(new ParcelId("OSL", 2), "tea");
    first.scanned("gate");
    first.scanned("truck");
    second.scanned("dock");
    added(first, second);

    sessions.inTransaction(
        session -> {
          List<Parcel> all = session.scalars(select(PARCEL).orderBy(PARCEL.id.number)).all();
          recorder.clear();
          assertThat(all)
              .flatExtracting(Parcel::getScans)
              .extracting(Scan::getPlace)
              .containsExactlyInAnyOrder("gate", "truck", "dock");
        });
    assertThat(sql()).hasSize(1);
  }

  @Test
  void associationRowsHaveAllPartsOfBothIds() {
    Shelf shelf = new Shelf("A", 3, "high");
    Parcel parcel = new Parcel(FIRST, "books");
    shelf.getParcels().add(parcel);
    added(shelf, parcel);

    sessions.inTransaction(
        session ->
            assertThat(session.getOne(Shelf.class, new ShelfId("A", 3)).getParcels())
                .extracting(Parcel::getId)
                .containsExactly(FIRST));
    List<Shelf> found =
        sessions.fromTransaction(
            session ->
                session
                    .scalars(select(SHELF).where(SHELF.parcels.any(PARCEL.id.number.eq(1))))
                    .all());
    assertThat(found).hasSize(1);
  }

  @Test
  void queriesNameTheParts() {
    added(new Parcel(FIRST, "books"), new Parcel(new ParcelId("BGO", 2), "tea"));

    List<Row2<String, Integer>> rows =
        sessions.fromTransaction(
            session ->
                session
                    .execute(
                        select(PARCEL.id.depot, PARCEL.id.number).where(PARCEL.id.depot.eq("BGO")))
                    .all());

    assertThat(rows).extracting(Row2::second).containsExactly(2);
  }

  @Test
  void keyColumnsOfAReferenceAreNamedByTheParts() {
    Parcel parcel = new Parcel(FIRST, "books");
    parcel.scanned("gate");
    added(parcel);

    sessions.inTransaction(
        session -> {
          assertThat(session.scalars(select(SCAN).where(SCAN.parcel.number.eq(1))).all())
              .hasSize(1);
          assertThat(session.scalars(select(SCAN).where(SCAN.parcel.eq(parcel))).all()).hasSize(1);
          assertThat(session.scalars(select(SCAN).where(SCAN.parcel.depot.eq("X"))).all())
              .isEmpty();
        });
  }

  @Test
  void changesAreWrittenByTheParts() {
    added(new Parcel(FIRST, "books"));

    sessions.inTransaction(
        session -> {
          session.getOne(Parcel.class, FIRST).setNote("maps");
          recorder.clear();
        });

    assertThat(sql())
        .containsExactly("UPDATE parcel SET note = ? WHERE depot = ? AND parcel_no = ?");
  }

  @Test
  void anotherIdMovesTheRow() {
    added(new Parcel(FIRST, "books"));

    sessions.inTransaction(
        session -> session.getOne(Parcel.class, FIRST).setId(new ParcelId("OSL", 9)));

    sessions.inTransaction(
        session -> {
          assertThat(session.get(Parcel.class, FIRST)).isNull();
          assertThat(session.getOne(Parcel.class, new ParcelId("OSL", 9)).getNote())
              .isEqualTo("books");
        });
  }

  @Test
  void aDetachedObjectIsMergedByItsEmbeddedId() {
    added(new Parcel(FIRST, "books"));

    sessions.inTransaction(
        session -> {
          session.merge(new Parcel(FIRST, "maps"));
          session.merge(new Parcel(new ParcelId("OSL", 2), "tea"));
        });

    sessions.inTransaction(
        session ->
            assertThat(session.scalars(select(PARCEL).orderBy(PARCEL.id.number)).all())
                .extracting(Parcel::getNote)
                .containsExactly("maps", "tea"));
  }

  @Test
  void deletedObjectsGoByTheParts() {
    added(new Parcel(FIRST, "books"), new Parcel(new ParcelId("OSL", 2), "tea"));

    sessions.inTransaction(
        session -> session.scalars(select(PARCEL)).all().forEach(session::delete));

    long left =
        sessions.fromTransaction(session -> (long) session.scalars(select(PARCEL)).all().size());
    assertThat(left).isZero();
  }

  @Test
  void bulkRowsNameThePartsByTheirPaths() {
    sessions.inTransaction(
        session -> session.bulk().insert(PARCEL, List.of(new Parcel(FIRST, "books"))));
    sessions.inTransaction(
        session ->
            session.execute(update(PARCEL).set(PARCEL.note, "maps").where(PARCEL.id.number.eq(1))));

    Parcel found = sessions.fromTransaction(session -> session.getOne(Parcel.class, FIRST));
    assertThat(found.getNote()).isEqualTo("maps");
  }
}
