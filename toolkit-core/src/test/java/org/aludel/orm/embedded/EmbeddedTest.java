package org.aludel.orm.embedded;

import static org.aludel.orm.embedded.CustomerT.CUSTOMER;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
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

/** Values of several columns: classes and records, nested, overridden, changed in place. */
@PostgresTest
final class EmbeddedTest {
  private static final Registry REGISTRY = Registry.of(EmbeddedBase.class);
  private static final Money HUNDRED = new Money(new BigDecimal("100.00"), "NOK");

  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final SessionFactory sessions;

  EmbeddedTest(TestDatabase database) {
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

  private static Customer customer() {
    Customer customer = new Customer();
    customer.setLabel("first");
    customer.setHome(new Address("Storgata 1", "Oslo").at(new Position(59.9, 10.7)));
    customer.setCredit(HUNDRED);
    return customer;
  }

  private Customer added(Customer customer) {
    sessions.inTransaction(session -> session.add(customer));
    recorder.clear();
    return customer;
  }

  private Customer read(Customer customer) {
    return sessions.fromTransaction(session -> session.getOne(Customer.class, customer.getId()));
  }

  private List<String> sql() {
    List<String> all = recorder.sql();
    recorder.clear();
    return all;
  }

  @Test
  void aPathNamesEachColumn() {
    assertThat(REGISTRY.mapper(Customer.class).basics())
        .extracting(BasicProperty::name, one -> one.column().name() + " " + one.column().type())
        .map(Object::toString)
        .containsExactly(
            "(\"id\", \"id bigint\")",
            "(\"label\", \"customer_label varchar(40)\")",
            "(\"home.street\", \"street varchar(80)\")",
            "(\"home.town\", \"home_town varchar(60)\")",
            "(\"home.position.latitude\", \"latitude double precision\")",
            "(\"home.position.longitude\", \"longitude double precision\")",
            "(\"work.street\", \"work_street varchar(90)\")",
            "(\"work.town\", \"work_town varchar(255)\")",
            "(\"work.position.latitude\", \"work_latitude double precision\")",
            "(\"work.position.longitude\", \"work_longitude double precision\")",
            "(\"credit.amount\", \"amount numeric(12,2)\")",
            "(\"credit.currency\", \"currency varchar(3)\")");
  }

  @Test
  void whatMayBeNullForbidsNullInNoColumn() {
    assertThat(REGISTRY.mapper(Customer.class).basics())
        .filteredOn(one -> !one.column().nullable())
        .extracting(BasicProperty::name)
        .containsExactly("id");
  }

  @Test
  void anObjectIsWrittenAndReadWithWhatItEmbeds() {
    Customer found = read(added(customer()));

    assertThat(found.getHome().getStreet()).isEqualTo("Storgata 1");
    assertThat(found.getHome().getPosition()).isEqualTo(new Position(59.9, 10.7));
    assertThat(found.getCredit()).isEqualTo(HUNDRED);
    assertThat(found.getLabel()).isEqualTo("first");
  }

  @Test
  void whatIsNullIsNullInAllColumnsAndComesBackAsNull() {
    Customer found = read(added(new Customer()));

    assertThat(found.getHome()).isNull();
    assertThat(found.getWork()).isNull();
    assertThat(found.getCredit()).isNull();
  }

  @Test
  void whatIsInsideComesBackAsNullAlone() {
    Customer customer = new Customer();
    customer.setHome(new Address("Storgata 1", null));

    Customer found = read(added(customer));

    assertThat(found.getHome().getStreet()).isEqualTo("Storgata 1");
    assertThat(found.getHome().getPosition()).isNull();
  }

  @Test
  void aMemberThatIsChangedInPlaceIsTheOnlyColumnOfTheUpdate() {
    Customer customer = added(customer());

    sessions.inTransaction(
        session -> {
          session.getOne(Customer.class, customer.getId()).getHome().setStreet("Storgata 2");
          recorder.clear();
        });

    assertThat(sql()).containsExactly("UPDATE customer SET street = ? WHERE id = ?");
  }

  @Test
  void aRecordThatIsReplacedWritesWhatDiffers() {
    Customer customer = added(customer());

    sessions.inTransaction(
        session -> {
          Customer found = session.getOne(Customer.class, customer.getId());
          found.setCredit(new Money(new BigDecimal("100.0"), "SEK"));
          recorder.clear();
        });

    assertThat(sql()).containsExactly("UPDATE customer SET currency = ? WHERE id = ?");
  }

  @Test
  void anEqualRecordWritesNothing() {
    Customer customer = added(customer());

    sessions.inTransaction(
        session -> {
          Customer found = session.getOne(Customer.class, customer.getId());
          found.setCredit(new Money(new BigDecimal("100"), "NOK"));
          recorder.clear();
        });

    assertThat(sql()).isEmpty();
  }

  @Test
  void whatIsSetToNullIsNullInAllItsColumns() {
    Customer customer = added(customer());

    sessions.inTransaction(
        session -> session.getOne(Customer.class, customer.getId()).setHome(null));

    assertThat(engine.execute(select(CUSTOMER.home.street, CUSTOMER.home.position.latitude)).get(0))
        .isEqualTo(new Row2<>(null, null));
  }

  @Test
  void aRollbackPutsMembersBack() {
    Customer customer = added(customer());
    try (Session session = sessions.open()) {
      Customer found = session.getOne(Customer.class, customer.getId());
      Address home = found.getHome();
      home.setStreet("Storgata 2");
      found.setCredit(null);
      session.flush();
      session.rollback();

      assertThat(found.getHome()).isSameAs(home);
      assertThat(home.getStreet()).isEqualTo("Storgata 1");
      assertThat(found.getCredit()).isEqualTo(HUNDRED);
    }
  }

  @Test
  void aDetachedObjectIsMergedWithWhatItEmbeds() {
    Customer customer = added(customer());
    customer.setCredit(new Money(BigDecimal.ONE, "USD"));
    customer.getHome().setStreet("Storgata 3");

    sessions.inTransaction(session -> session.merge(customer));

    Customer found = read(customer);
    assertThat(found.getCredit()).isEqualTo(new Money(new BigDecimal("1.00"), "USD"));
    assertThat(found.getHome().getStreet()).isEqualTo("Storgata 3");
  }

  @Test
  void aRefreshReadsMembersAgain() {
    Customer customer = added(customer());
    try (Session session = sessions.open()) {
      Customer found = session.getOne(Customer.class, customer.getId());
      engine.update(update(CUSTOMER).set(CUSTOMER.credit.currency, "EUR").all());
      session.refresh(found);

      assertThat(found.getCredit().currency()).isEqualTo("EUR");
    }
  }

  @Test
  void membersStandInStatements() {
    Customer customer = added(customer());
    added(new Customer());

    List<Customer> found =
        sessions.fromTransaction(
            session ->
                session
                    .scalars(
                        select(CUSTOMER)
                            .where(CUSTOMER.home.position.latitude.gt(59.0))
                            .orderBy(CUSTOMER.home.town))
                    .all());

    assertThat(found).extracting(Party::getId).containsExactly(customer.getId());
    assertThat(sql())
        .containsExactly(
            "SELECT customer.id, customer.customer_label, customer.street, customer.home_town,"
                + " customer.latitude, customer.longitude, customer.work_street,"
                + " customer.work_town, customer.work_latitude, customer.work_longitude,"
                + " customer.amount, customer.currency FROM customer WHERE customer.latitude > ?"
                + " ORDER BY customer.home_town");
  }

  @Test
  void manyObjectsAreWrittenByOneStatement() {
    sessions.inTransaction(
        session -> session.addAll(List.of(customer(), new Customer(), customer())));

    assertThat(sql()).hasSize(1);
    assertThat(engine.execute(select(CUSTOMER.credit.currency).orderBy(CUSTOMER.id)))
        .containsExactly("NOK", null, "NOK");
  }
}
