package org.aludel.orm.derived;

import static org.aludel.orm.derived.DiscountT.DISCOUNT;
import static org.aludel.orm.derived.InvoiceLineT.INVOICE_LINE;
import static org.aludel.orm.derived.InvoiceT.INVOICE;
import static org.aludel.orm.derived.SeatT.SEAT;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids that are, in whole or in part, the ids of other objects. */
@PostgresTest
final class DerivedIdTest {
  private static final Registry REGISTRY = Registry.of(DerivedBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final SessionFactory sessions;

  DerivedIdTest(TestDatabase database) {
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

  private <T> T added(T object) {
    sessions.inTransaction(session -> session.add(object));
    recorder.clear();
    return object;
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  private static Invoice invoice() {
    Invoice invoice = new Invoice();
    invoice.line("tea");
    invoice.line("milk");
    return invoice;
  }

  @Test
  void theColumnsOfTheReferenceAreThePrimaryKey() {
    assertThat(REGISTRY.mapper(Passport.class).table().toString()).contains("person_id");
    assertThat(REGISTRY.mapper(InvoiceLine.class).keyColumns())
        .extracting(one -> one.name() + " " + one.type())
        .containsExactly("invoice_id bigint", "number integer");
    assertThat(REGISTRY.mapper(Discount.class).keyColumns())
        .extracting(one -> one.name() + " " + one.type())
        .containsExactly("line_invoice_id bigint", "line_number integer", "code varchar(255)");
    assertThat(REGISTRY.mapper(Seat.class).keyColumns())
        .extracting(one -> one.name() + " " + one.type())
        .containsExactly("hall varchar(12)", "number integer");
  }

  @Test
  void theIdThatTheServerMadeIsTakenInTheSameFlush() {
    Person person = new Person("Ada");
    person.setPassport(new Passport(person, "NO"));

    sessions.inTransaction(session -> session.add(person));

    assertThat(person.getPassport().getId()).isEqualTo(person.getId()).isNotNull();
    assertThat(sql())
        .containsExactly(
            "INSERT INTO person (name) VALUES (?) RETURNING id",
            "INSERT INTO passport (person_id, country) VALUES (?, ?)");
  }

  @Test
  void anObjectIsFoundByTheIdOfTheOther() {
    Person person = new Person("Ada");
    person.setPassport(new Passport(person, "NO"));
    added(person);

    sessions.inTransaction(
        session -> {
          Passport found = session.getOne(Passport.class, person.getId());
          assertThat(found.getId()).isEqualTo(person.getId());
          assertThat(found.getPerson().getName()).isEqualTo("Ada");
          found.setCountry("SE");
          recorder.clear();
        });
    assertThat(sql()).containsExactly("UPDATE passport SET country = ? WHERE person_id = ?");
  }

  @Test
  void anInverseSideAloneGivesTheId() {
    Person person = added(new Person("Ada"));

    sessions.inTransaction(
        session -> {
          Person held = session.getOne(Person.class, person.getId());
          held.setPassport(new Passport(null, "NO"));
        });

    Passport found =
        sessions.fromTransaction(session -> session.getOne(Passport.class, person.getId()));
    assertThat(found.getCountry()).isEqualTo("NO");
  }

  @Test
  void aFailedFlushTakesTheIdBack() {
    Person person = new Person("Ada");
    Passport passport = new Passport(person, "NO");
    person.setPassport(passport);
    Session session = sessions.open();
    session.add(person);
    session.flush();
    assertThat(passport.getId()).isNotNull();

    session.rollback();
    session.close();

    assertThat(passport.getId()).isNull();
    assertThat(person.getId()).isNull();
    sessions.inTransaction(again -> again.add(person));
    assertThat(passport.getId()).isEqualTo(person.getId()).isNotNull();
  }

  @Test
  void linesOfNewObjectsAreInsertedTogether() {
    sessions.inTransaction(session -> session.add(invoice()));

    assertThat(sql())
        .containsExactly(
            "INSERT INTO invoice DEFAULT VALUES RETURNING id",
            "INSERT INTO invoice_line (invoice_id, number, text) SELECT v.c1, v.c2, v.c3"
                + " FROM unnest(?::bigint[], ?::integer[], ?::text[]) AS v(c1, c2, c3)");
  }

  @Test
  void aLineIsFoundByItsIdClassAndByItsParts() {
    Invoice invoice = added(invoice());

    sessions.inTransaction(
        session -> {
          InvoiceLine.Key key = new InvoiceLine.Key(invoice.getId(), 2);
          InvoiceLine found = session.getOne(InvoiceLine.class, key);
          assertThat(found.getText()).isEqualTo("milk");
          assertThat(found.getInvoice().getId()).isEqualTo(invoice.getId());
          recorder.clear();
          assertThat(session.getOne(InvoiceLine.class, List.of(invoice.getId(), 2)))
              .isSameAs(found);
          assertThat(sql()).isEmpty();
        });
  }

  @Test
  void changesOfALineFindItsRow() {
    Invoice invoice = added(invoice());

    sessions.inTransaction(
        session -> {
          Invoice held = session.getOne(Invoice.class, invoice.getId());
          held.getLines().forEach(line -> line.setText("x"));
          held.getLines().remove(1);
          recorder.clear();
        });

    assertThat(sql())
        .containsExactly(
            "UPDATE invoice_line SET text = ? WHERE invoice_id = ? AND number = ?",
            "DELETE FROM invoice_line AS t USING unnest(?::bigint[], ?::integer[]) AS v(k1, k2)"
                + " WHERE t.invoice_id = v.k1 AND t.number = v.k2");
  }

  @Test
  void anIdInAnIdInAnId() {
    Invoice invoice = invoice();
    Discount discount = new Discount(invoice.getLines().get(1), "NEW", 10);

    sessions.inTransaction(
        session -> {
          session.add(invoice);
          session.add(discount);
        });

    sessions.inTransaction(
        session -> {
          Discount.Key key = new Discount.Key(new InvoiceLine.Key(invoice.getId(), 2), "NEW");
          Discount found = session.getOne(Discount.class, key);
          assertThat(found.getPercent()).isEqualTo(10);
          assertThat(found.getLine().getText()).isEqualTo("milk");
        });
  }

  @Test
  void anUnloadedReferenceKnowsTheObjectInItsId() {
    Invoice invoice = invoice();
    sessions.inTransaction(
        session -> {
          session.add(invoice);
          session.add(new Discount(invoice.getLines().get(0), "NEW", 10));
        });

    sessions.inTransaction(
        session -> {
          Discount found = session.scalars(select(DISCOUNT)).one();
          assertThat(
                  session.scalars(select(DISCOUNT).where(DISCOUNT.line.eq(found.getLine()))).all())
              .containsExactly(found);
          assertThat(found.getLine().getInvoice().getId()).isEqualTo(invoice.getId());
        });
  }

  @Test
  void statementsNameTheColumnsOfTheId() {
    Invoice invoice = invoice();
    sessions.inTransaction(
        session -> {
          session.add(invoice);
          session.add(new Discount(invoice.getLines().get(0), "NEW", 10));
        });

    sessions.inTransaction(
        session -> {
          assertThat(
                  session
                      .scalars(
                          select(INVOICE_LINE)
                              .where(INVOICE_LINE.invoice.id.eq(invoice.getId()))
                              .orderBy(INVOICE_LINE.number))
                      .all())
              .extracting(InvoiceLine::getText)
              .containsExactly("tea", "milk");
          assertThat(
                  session
                      .scalars(select(DISCOUNT).where(DISCOUNT.line.invoiceId.eq(invoice.getId())))
                      .all())
              .hasSize(1);
          assertThat(
                  session
                      .scalars(
                          select(INVOICE).where(INVOICE.lines.any(INVOICE_LINE.text.eq("milk"))))
                      .all())
              .hasSize(1);
        });
  }

  @Test
  void anotherParentMovesTheRow() {
    Invoice first = added(invoice());
    Invoice second = added(new Invoice());

    sessions.inTransaction(
        session -> {
          InvoiceLine line =
              session.getOne(InvoiceLine.class, new InvoiceLine.Key(first.getId(), 2));
          line.setInvoice(session.getOne(Invoice.class, second.getId()));
        });

    sessions.inTransaction(
        session -> {
          assertThat(session.getOne(Invoice.class, first.getId()).getLines()).hasSize(1);
          assertThat(
                  session
                      .getOne(InvoiceLine.class, new InvoiceLine.Key(second.getId(), 2))
                      .getText())
              .isEqualTo("milk");
        });
  }

  @Test
  void noParentIsRefused() {
    sessions.inTransaction(
        session -> {
          Hall hall = new Hall("H1");
          session.add(hall);
          session.add(new Seat(hall, 7, "window"));
        });

    try (Session session = sessions.open()) {
      session.getOne(Seat.class, new Seat.Id("H1", 7)).setHall(null);

      assertThatThrownBy(session::flush)
          .hasMessageContaining("ORM-SESSION-KEY-CHANGED")
          .hasMessageContaining("null in \"org.aludel.orm.derived.Seat.hall\"");
      session.rollback();
    }
  }

  @Test
  void aPartOfAnEmbeddedIdIsTaken() {
    Hall hall = new Hall("H1");
    Seat seat = new Seat(hall, 7, "window");

    sessions.inTransaction(
        session -> {
          session.add(seat);
          session.add(hall);
        });

    assertThat(seat.getId()).isEqualTo(new Seat.Id("H1", 7));
    assertThat(sql())
        .containsExactly(
            "INSERT INTO hall (code) VALUES (?)",
            "INSERT INTO seat (hall, number, label) VALUES (?, ?, ?)");
    sessions.inTransaction(
        session -> {
          Seat found = session.getOne(Seat.class, new Seat.Id("H1", 7));
          assertThat(found.getLabel()).isEqualTo("window");
          assertThat(found.getHall().getCode()).isEqualTo("H1");
          assertThat(session.scalars(select(SEAT).where(SEAT.id.hallCode.eq("H1"))).all())
              .containsExactly(found);
        });
  }

  @Test
  void aDetachedObjectIsMergedByTheIdOfItsParent() {
    Invoice invoice = added(invoice());
    InvoiceLine given = invoice.getLines().get(0);
    given.setText("coffee");

    sessions.inTransaction(session -> session.merge(given));

    InvoiceLine found =
        sessions.fromTransaction(
            session -> session.getOne(InvoiceLine.class, new InvoiceLine.Key(invoice.getId(), 1)));
    assertThat(found.getText()).isEqualTo("coffee");
  }

  @Test
  void deletionGoesFromTheChildToTheParent() {
    Person person = new Person("Ada");
    person.setPassport(new Passport(person, "NO"));
    added(person);

    sessions.inTransaction(session -> session.delete(session.getOne(Person.class, person.getId())));

    assertThat(sql().stream().filter(one -> one.startsWith("DELETE")))
        .containsExactly(
            "DELETE FROM passport WHERE person_id = ANY (?::bigint[])",
            "DELETE FROM person WHERE id = ANY (?::bigint[])");
  }
}
