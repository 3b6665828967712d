package org.aludel.orm.foreign;

import static org.aludel.orm.foreign.ContractT.CONTRACT;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.aludel.engine.Engine;
import org.aludel.orm.foreign.billing.Money;
import org.aludel.orm.foreign.billing.Span;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of classes that know nothing of their storage, in columns of those that hold them. */
@PostgresTest
final class ForeignPartTest {
  private static final Registry REGISTRY = Registry.of(ForeignBase.class);
  private static final Span YEAR = new Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final SessionFactory sessions;
  private Session session;

  ForeignPartTest(TestDatabase database) {
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void createTables() {
    engine.createAll(REGISTRY.metaData());
    sessions.inTransaction(one -> one.add(new Contract(Money.of(900, "EUR"), YEAR)));
    session = sessions.open();
    recorder.clear();
  }

  @AfterEach
  void dropTables() {
    session.rollback();
    session.close();
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  @Test
  void theColumnsAreThoseOfTheMappingClasses() {
    assertThat(REGISTRY.mapper(Contract.class).table().columns())
        .extracting(column -> column.name() + " " + column.type())
        .containsExactly(
            "id bigint", "price bigint", "currency varchar(3)", "since date", "until date");
  }

  @Test
  void partsAreMadeFromTheirColumns() {
    Contract contract = session.getOne(Contract.class, 1L);

    assertThat(contract.price().cents()).isEqualTo(900);
    assertThat(contract.price().currency()).isEqualTo("EUR");
    assertThat(contract.span()).isEqualTo(YEAR);
    assertThat(recorder.sql())
        .containsExactly("SELECT id, price, currency, since, until FROM contract WHERE id = ?");
  }

  @Test
  void whatDiffersIsWritten() {
    Contract contract = session.getOne(Contract.class, 1L);
    contract.price(Money.of(950, "EUR"));
    recorder.clear();

    session.flush();

    assertThat(recorder.sql()).containsExactly("UPDATE contract SET price = ? WHERE id = ?");
  }

  @Test
  void statementsAskForTheirMembers() {
    assertThat(
            session
                .scalars(
                    select(CONTRACT)
                        .where(
                            CONTRACT.price.currency.eq("EUR"),
                            CONTRACT.span.first.le(LocalDate.of(2026, 5, 1))))
                .all())
        .hasSize(1);
    assertThat(recorder.sql().get(0))
        .endsWith("WHERE contract.currency = ? AND contract.since <= ?");
  }
}
