package org.aludel.orm.foreign;

import static org.aludel.orm.foreign.CustomerT.CUSTOMER;
import static org.aludel.orm.foreign.InvoiceT.INVOICE;
import static org.aludel.orm.foreign.PGobjectT.P_GOBJECT;
import static org.aludel.orm.foreign.ReminderT.REMINDER;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.aludel.engine.Engine;
import org.aludel.instrument.LazyInstance;
import org.aludel.orm.foreign.billing.Customer;
import org.aludel.orm.foreign.billing.Invoice;
import org.aludel.orm.foreign.billing.Label;
import org.aludel.orm.foreign.billing.Line;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PGobject;

/** Objects of classes that know nothing of their storage are stored as others are. */
@PostgresTest
final class ForeignClassTest {
  private static final Registry REGISTRY = Registry.of(ForeignBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final SessionFactory sessions;
  private Session session;

  ForeignClassTest(TestDatabase database) {
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
    sessions.inTransaction(
        one -> {
          Customer ada = new Customer("Ada");
          new Invoice("A-1", ada).line("tea", 300).line("milk", 120);
          new Invoice("A-2", ada).line("rum", 900);
          one.add(ada);
        });
    session = sessions.open();
    recorder.clear();
    CustomerListener.HEARD.clear();
  }

  @AfterEach
  void dropTables() {
    session.rollback();
    session.close();
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  @Test
  void theTableIsThatOfTheMappingClass() {
    assertThat(REGISTRY.mapper(Invoice.class).table().columns())
        .extracting(column -> column.name() + " " + column.type() + " " + column.nullable())
        .containsExactly("id bigint false", "number varchar(30) false", "customer_id bigint false");
    assertThat(REGISTRY.mapper(Customer.class).annotated()).isEqualTo(CustomerMapping.class);
    assertThat(REGISTRY.contains(CustomerMapping.class)).isFalse();
  }

  @Test
  void theMappingClassNamesTheOneToAskFor() {
    assertThatThrownBy(() -> session.get(CustomerMapping.class, 1L))
        .hasMessageContaining("ORM-MAP-NOT-MAPPED")
        .hasMessageContaining("ask for \"" + Customer.class.getName() + "\"");
  }

  @Test
  void aGraphIsInsertedByOneStatementAClass() {
    Customer bob = new Customer("Bob");
    new Invoice("B-1", bob).line("ink", 5);
    session.add(bob);

    session.flush();

    assertThat(bob.id()).isEqualTo(2L);
    assertThat(recorder.sql())
        .containsExactly(
            "INSERT INTO customer (name) VALUES (?) RETURNING id",
            "INSERT INTO bill (number, customer_id) VALUES (?, ?) RETURNING id",
            "INSERT INTO line (text, cents, invoice_id) VALUES (?, ?, ?) RETURNING id");
  }

  @Test
  void anObjectIsGotByItsOwnClassAndOnceOnly() {
    Customer ada = session.getOne(Customer.class, 1L);

    assertThat(ada.name()).isEqualTo("Ada");
    assertThat(session.getOne(Customer.class, 1L)).isSameAs(ada);
    assertThat(recorder.sql()).containsExactly("SELECT id, name FROM customer WHERE id = ?");
  }

  @Test
  void statementsSpeakOfTheMappedClass() {
    List<Invoice> found =
        session
            .scalars(
                select(INVOICE)
                    .join(INVOICE.customer)
                    .where(CUSTOMER.name.eq("Ada"), INVOICE.number.eq("A-2")))
            .all();

    assertThat(found).extracting(Invoice::number).containsExactly("A-2");
    assertThat(recorder.sql())
        .containsExactly(
            "SELECT bill.id, bill.number, bill.customer_id FROM bill"
                + " JOIN customer ON customer.id = bill.customer_id"
                + " WHERE customer.name = ? AND bill.number = ?");
  }

  @Test
  void aReferenceLoadsWhenItsStateIsAskedFor() {
    Invoice invoice = session.getOne(Invoice.class, 1L);
    recorder.clear();

    assertThat(invoice.customer()).isInstanceOf(LazyInstance.class);
    assertThat(recorder.sql()).isEmpty();
    assertThat(invoice.customer().name()).isEqualTo("Ada");
    assertThat(recorder.sql()).hasSize(1);
  }

  @Test
  void collectionsLoadFromBothSides() {
    Customer ada = session.getOne(Customer.class, 1L);

    assertThat(ada.invoices()).extracting(Invoice::number).containsExactly("A-1", "A-2");
    assertThat(ada.invoices().get(0).lines()).extracting(Line::text).containsExactly("tea", "milk");
    assertThat(ada.invoices().get(1).lines().get(0).invoice()).isSameAs(ada.invoices().get(1));
    assertThat(recorder.count()).isEqualTo(3);
  }

  @Test
  void aChangeOfAPrivateFieldIsWritten() {
    Invoice invoice = session.getOne(Invoice.class, 1L);
    invoice.renumber("A-3");
    invoice.lines().get(0).correct(310);
    recorder.clear();

    session.flush();

    assertThat(recorder.sql())
        .containsExactly(
            "UPDATE bill SET number = ? WHERE id = ?", "UPDATE line SET cents = ? WHERE id = ?");
  }

  @Test
  void aFieldThatIsNotNamedIsNotStored() {
    Invoice invoice = session.getOne(Invoice.class, 1L);
    invoice.print();
    recorder.clear();

    session.flush();

    assertThat(recorder.sql()).isEmpty();
    session.refresh(invoice);
    assertThat(invoice.printed()).isEqualTo(1);
  }

  @Test
  void elementsGoWithTheirOwnerAndWithoutIt() {
    Customer ada = session.getOne(Customer.class, 1L);
    ada.invoices().get(0).lines().remove(0);
    session.flush();
    assertThat(session.scalars(select(LineT.LINE.text)).all())
        .containsExactlyInAnyOrder("milk", "rum");

    session.delete(ada);
    session.flush();

    assertThat(session.scalars(select(LineT.LINE)).all()).isEmpty();
    assertThat(session.scalars(select(INVOICE)).all()).isEmpty();
  }

  @Test
  void tablesBetweenAndTablesOfValuesAreWrittenAndReadFromBothSides() {
    Label label = new Label("late");
    label.invoices().add(session.getOne(Invoice.class, 1L));
    label.synonyms().addAll(Set.of("overdue", "due"));
    session.add(label);
    session.flush();
    session.expungeAll();
    recorder.clear();

    Invoice invoice = session.getOne(Invoice.class, 1L);
    Label found = invoice.labels().iterator().next();

    assertThat(found.name()).isEqualTo("late");
    assertThat(found.invoices()).containsExactly(invoice);
    assertThat(found.synonyms()).containsExactlyInAnyOrder("overdue", "due");
    assertThat(recorder.sql())
        .containsExactly(
            "SELECT id, number, customer_id FROM bill WHERE id = ?",
            "SELECT label.name, label.version, label_bill.invoices_id FROM label"
                + " JOIN label_bill ON label_bill.labels_name = label.name"
                + " WHERE label_bill.invoices_id = ANY (?) ORDER BY label.name",
            "SELECT bill.id, bill.number, bill.customer_id, label_bill.labels_name FROM bill"
                + " JOIN label_bill ON label_bill.invoices_id = bill.id"
                + " WHERE label_bill.labels_name = ANY (?) ORDER BY bill.id",
            "SELECT label_synonyms.label_name, label_synonyms.synonyms FROM label_synonyms"
                + " WHERE label_synonyms.label_name = ANY (?) ORDER BY label_synonyms.synonyms");
  }

  @Test
  void aVersionGuardsTheRow() {
    Label label = new Label("late");
    session.add(label);
    session.flush();
    recorder.clear();

    session.delete(label);
    session.flush();

    assertThat(recorder.sql())
        .last()
        .asString()
        .contains("WHERE t.name = v.k1 AND t.version = v.k2");
  }

  @Test
  void anAnnotatedClassRefersToAMappedOne() {
    Customer ada = session.getOne(Customer.class, 1L);
    session.add(new Reminder(ada, "pay"));
    session.flush();
    session.expunge(ada);
    recorder.clear();

    List<Reminder> found = session.scalars(select(REMINDER).where(REMINDER.customer.eq(ada))).all();

    assertThat(found).hasSize(1);
    assertThat(recorder.sql().get(0)).contains("WHERE reminder.customer_id = ?");
  }

  @Test
  void aHybridOfTheMappingClassIsThatOfTheObjectInMemory() {
    assertThat(session.scalars(select(CUSTOMER).where(CUSTOMER.known())).all())
        .allMatch(Customer::isKnown)
        .hasSize(1);
    assertThat(recorder.sql().get(0)).endsWith("WHERE customer.name <> ?");
  }

  @Test
  void aConditionOfTheMappingClassFillsACollection() {
    Customer ada = session.getOne(Customer.class, 1L);
    assertThat(ada.drafts()).isEmpty();
    new Invoice("D-1", ada);
    session.flush();
    session.refresh(ada);

    assertThat(ada.drafts()).extracting(Invoice::number).containsExactly("D-1");
  }

  @Test
  void listenersOfTheMappingClassHearOfTheObjects() {
    session.getOne(Customer.class, 1L);
    session.add(new Customer("Bob"));
    session.flush();

    assertThat(CustomerListener.HEARD).containsExactly("load Ada", "insert Bob");
  }

  @Test
  void aCompiledClassOfALibraryIsMapped() throws Exception {
    PGobject limit = new PGobject();
    limit.setType("limit");
    limit.setValue("12");
    session.add(limit);
    session.flush();
    session.expunge(limit);

    PGobject found = session.scalars(select(P_GOBJECT).where(P_GOBJECT.type.eq("limit"))).one();

    assertThat(found).isNotSameAs(limit);
    assertThat(found.getValue()).isEqualTo("12");
  }
}
