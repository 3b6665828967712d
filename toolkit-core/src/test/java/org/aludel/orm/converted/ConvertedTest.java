package org.aludel.orm.converted;

import static org.aludel.orm.converted.WareT.WARE;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Converters from above and by name, and enums by a value of theirs. */
@PostgresTest
final class ConvertedTest {
  private static final Registry REGISTRY = Registry.of(ConvertedBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  ConvertedTest(TestDatabase database) {
    this.database = database;
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

  private static Ware ware() {
    Ware ware = new Ware(1L);
    ware.setSold(true);
    ware.setPrice(new Cents(250));
    ware.setSize(Size.LARGE);
    ware.setOldSize(Size.LARGE);
    ware.setPacking(new Packing(true, false));
    ware.setStage(Stage.SOLD);
    ware.setOldStage(Stage.DRAFT);
    ware.setRank(Rank.HIGH);
    return ware;
  }

  private Ware added() {
    Ware ware = ware();
    sessions.inTransaction(session -> session.add(ware));
    recorder.clear();
    return ware;
  }

  @Test
  void columnsHaveTheTypesOfWhatIsStored() {
    assertThat(REGISTRY.mapper(Ware.class).basics())
        .extracting(BasicProperty::name, one -> one.column().name() + " " + one.column().type())
        .map(Object::toString)
        .containsExactly(
            "(\"sold\", \"sold varchar(255)\")",
            "(\"id\", \"id bigint\")",
            "(\"price\", \"price bigint\")",
            "(\"size\", \"size varchar(255)\")",
            "(\"oldSize\", \"old_size smallint\")",
            "(\"packing.sealed\", \"sealed varchar(255)\")",
            "(\"packing.fragile\", \"fragile varchar(255)\")",
            "(\"stage\", \"stage varchar(3)\")",
            "(\"oldStage\", \"old_stage varchar(255)\")",
            "(\"rank\", \"rank smallint\")");
  }

  @Test
  void convertedValuesStandInTheRow() {
    added();

    List<String> row =
        sessions.fromTransaction(
            session ->
                session
                    .connection()
                    .execute(
                        text(
                            "SELECT concat_ws(' ', sold, price, size, old_size, sealed, fragile,"
                                + " stage, old_stage, rank) FROM ware"))
                    .all()
                    .stream()
                    .map(Object::toString)
                    .toList());

    assertThat(row).hasSize(1);
    assertThat(row.get(0)).contains("Y 250 L 1 Y N s d 90");
  }

  @Test
  void anObjectIsReadAsItWasWritten() {
    added();

    Ware found = sessions.fromTransaction(session -> session.getOne(Ware.class, 1L));

    assertThat(found).usingRecursiveComparison().isEqualTo(ware());
  }

  @Test
  void whatIsReadIsNotChanged() {
    added();

    sessions.inTransaction(
        session -> {
          session.getOne(Ware.class, 1L);
          recorder.clear();
        });

    assertThat(recorder.sql()).isEmpty();
  }

  @Test
  void aChangeIsWrittenThroughTheConverter() {
    added();

    sessions.inTransaction(
        session -> {
          Ware found = session.getOne(Ware.class, 1L);
          found.setPrice(new Cents(300));
          found.setStage(Stage.DRAFT);
          recorder.clear();
        });

    assertThat(recorder.sql()).containsExactly("UPDATE ware SET price = ?, stage = ? WHERE id = ?");
    Ware again = sessions.fromTransaction(session -> session.getOne(Ware.class, 1L));
    assertThat(again.getPrice()).isEqualTo(new Cents(300));
    assertThat(again.getStage()).isEqualTo(Stage.DRAFT);
  }

  @Test
  void statementsCompareValuesOfTheAttributes() {
    added();

    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(
                      select(WARE)
                          .where(
                              WARE.stage.eq(Stage.SOLD),
                              WARE.rank.in(Rank.HIGH),
                              WARE.price.eq(new Cents(250)),
                              WARE.packing.fragile.eq(false)))
                  .all())
          .hasSize(1);
    }
  }

  @Test
  void aValueThatNoConstantHasIsRefused() {
    added();
    database.run("UPDATE ware SET stage = 'x'");

    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.get(Ware.class, 1L))
          .hasMessageContaining("cannot read a \"org.aludel.orm.converted.Stage\"")
          .hasMessageContaining("the value x");
    }
  }
}
