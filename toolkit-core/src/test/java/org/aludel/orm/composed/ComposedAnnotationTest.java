package org.aludel.orm.composed;

import static org.aludel.orm.composed.GuestT.GUEST;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Annotations of a user's stand for those of the mapping: columns said once, used anywhere. */
@PostgresTest(perMethod = true)
final class ComposedAnnotationTest {
  private final StatementRecorder recorder = new StatementRecorder();
  private final Table table = Registry.of(ComposedBase.class).metaData().tables().iterator().next();
  private final Engine engine;
  private final Session session;

  ComposedAnnotationTest(TestDatabase database) {
    engine = Engine.create(recorder.wrap(database.dataSource()));
    engine.createAll(Registry.of(ComposedBase.class).metaData());
    session = SessionFactory.of(engine, ComposedBase.class).open();
  }

  @AfterEach
  void close() {
    session.rollback();
    session.close();
    engine.close();
  }

  @Test
  void columnIsWhatTheComposedAnnotationSays() {
    Column email = table.column("email").orElseThrow();

    assertThat(email.type()).hasToString("varchar(320)");
    assertThat(email.nullable()).isFalse();
    assertThat(email.comment()).isEqualTo("as it was typed");
  }

  @Test
  void annotationOfTheAttributeItselfCountsAlone() {
    Column second = table.column("second_email").orElseThrow();

    assertThat(second.type()).hasToString("varchar(100)");
    assertThat(second.nullable()).isTrue();
    assertThat(second.comment()).isNull();
  }

  @Test
  void composedAnnotationsNest() {
    Column arrival = table.column("arrived_at").orElseThrow();

    assertThat(arrival.type()).hasToString("timestamptz(3)");
    assertThat(arrival.serverDefault()).isEqualTo("now()");
  }

  @Test
  void sessionWritesWhatTheyStandFor() {
    Guest guest = session.add(new Guest("pearl@example.org"));
    recorder.clear();

    session.flush();

    assertThat(recorder.sql())
        .contains("INSERT INTO guest (email, second_email) VALUES (?, ?) RETURNING id, arrived_at");
    assertThat(guest.getId()).isEqualTo(1);
    assertThat(guest.getArrival()).isNotNull();
  }

  @Test
  void metamodelKnowsTheNamesThatTheyGive() {
    session.add(new Guest("pearl@example.org"));
    session.flush();
    recorder.clear();

    List<Guest> found =
        session.scalars(select(GUEST).where(GUEST.arrival.isNotNull()).orderBy(GUEST.email)).all();

    assertThat(found).hasSize(1);
    assertThat(recorder.sql())
        .singleElement()
        .asString()
        .endsWith("WHERE guest.arrived_at IS NOT NULL ORDER BY guest.email");
  }

  @Test
  void classesHaveThemToo() {
    assertThat(table.comment()).isEqualTo("kept by the front desk");
  }

  @Test
  void repeatableOnesAddUp() {
    assertThat(table.indexes())
        .extracting(index -> index.name().text())
        .containsExactlyInAnyOrder("ix_guest_email", "ix_guest_second_email", "second_email_known");
  }
}
