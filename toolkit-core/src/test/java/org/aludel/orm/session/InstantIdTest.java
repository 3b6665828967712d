package org.aludel.orm.session;

import static org.aludel.orm.press.MomentT.MOMENT;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.press.Moment;
import org.aludel.orm.press.PressBase;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Points in time as ids. */
@PostgresTest(perMethod = true)
final class InstantIdTest {
  private static final Instant MICROS = Instant.parse("2026-11-22T15:04:05.123456Z");

  private final Engine engine;
  private final Session session;

  InstantIdTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
    engine.createAll(Registry.of(PressBase.class).metaData());
    session = SessionFactory.of(engine, PressBase.class).open();
  }

  @AfterEach
  void close() {
    session.close();
    engine.close();
  }

  @Test
  void objectIsFoundUpdatedAndDeletedByItsInstant() {
    Moment moment = session.add(new Moment(MICROS, "first"));
    session.commit();

    moment.setNote("second");
    session.flush();

    assertThat(session.get(Moment.class, MICROS)).isSameAs(moment);
    assertThat(session.scalars(select(MOMENT)).all()).containsExactly(moment);
    session.delete(moment);
    session.flush();
    assertThat(session.scalars(select(MOMENT.note)).all()).isEmpty();
  }

  @Test
  void instantFinerThanItsColumnIsRefusedBeforeItIsRounded() {
    session.add(new Moment(MICROS.plusNanos(789), "first"));

    assertThatThrownBy(session::flush)
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
        .hasMessageContaining("the id \"at\", finer than its column timestamptz")
        .hasMessageContaining("truncatedTo(ChronoUnit.MICROS)");
  }
}
