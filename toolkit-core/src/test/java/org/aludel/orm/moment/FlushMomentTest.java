package org.aludel.orm.moment;

import static org.aludel.orm.moment.NoteT.NOTE;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.error.DatabaseException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions know when they write: {@code @CreatedAt} and {@code @UpdatedAt}. */
@PostgresTest(perMethod = true)
final class FlushMomentTest {
  private static final Instant FIRST = Instant.parse("2026-02-03T23:30:00.123456Z");
  private static final LocalDateTime FIRST_LOCAL =
      LocalDateTime.parse("2026-02-03T23:30:00.123456");

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final Session session;

  FlushMomentTest(TestDatabase database) {
    this.database = database;
    engine = Engine.create(recorder.wrap(database.dataSource()));
    engine.createAll(Registry.of(MomentBase.class).metaData());
    session = open(new SteppingClock());
  }

  private Session open(SteppingClock clock) {
    return SessionFactory.of(engine, MomentBase.class, options -> options.clock(clock)).open();
  }

  @AfterEach
  void close() {
    session.rollback();
    session.close();
    engine.close();
  }

  @Test
  void anInsertSetsBoth() {
    Note note = session.add(new Note(1, "milk"));

    session.commit();

    assertThat(note.getCreated()).isEqualTo(FIRST);
    assertThat(note.getUpdated()).isEqualTo(FIRST_LOCAL);
    assertThat(database.query("SELECT day, updated FROM note"))
        .containsExactly(List.of("2026-02-03", "2026-02-03 23:30:00.123456"));
  }

  @Test
  void memoryHoldsWhatTheRowHolds() {
    Note note = session.add(new Note(1, "milk"));
    Page page = session.add(new Page(1, "milk"));
    session.flush();
    Instant created = note.getCreated();

    session.refresh(note);
    session.refresh(page);

    assertThat(note.getCreated()).isEqualTo(created);
    assertThat(page.getAudit().getMade()).isEqualTo("2026-02-03T23:30:00.123Z");
  }

  @Test
  void oneThatTheApplicationGaveIsKept() {
    Note note = new Note(1, "milk");
    note.setCreated(Instant.EPOCH);
    session.add(note);

    session.flush();

    assertThat(note.getCreated()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void allRowsOfOneFlushHaveOneMoment() {
    List<Note> notes = List.of(new Note(1, "milk"), new Note(2, "bread"), new Note(3, "tea"));
    session.addAll(notes);

    session.flush();

    assertThat(notes).extracting(Note::getCreated).containsOnly(FIRST);
  }

  @Test
  void anUpdateRenewsTheSecondAlone() {
    Note note = session.add(new Note(1, "milk"));
    session.flush();
    recorder.clear();

    note.setText("bread");
    session.flush();

    assertThat(recorder.sql())
        .containsExactly("UPDATE note SET text = ?, updated = ? WHERE id = ?");
    assertThat(note.getCreated()).isEqualTo(FIRST);
    assertThat(note.getUpdated()).isEqualTo(FIRST_LOCAL.plusSeconds(1));
  }

  @Test
  void whatDidNotChangeIsNotWritten() {
    Note note = session.add(new Note(1, "milk"));
    session.flush();
    recorder.clear();

    session.flush();

    assertThat(recorder.sql()).isEmpty();
    assertThat(note.getUpdated()).isEqualTo(FIRST_LOCAL);
  }

  @Test
  void oneThatTheApplicationSetSinceIsKept() {
    Note note = session.add(new Note(1, "milk"));
    session.flush();
    LocalDateTime imported = LocalDateTime.parse("2020-01-01T00:00:00");

    note.setText("bread");
    note.setUpdated(imported);
    session.flush();

    session.refresh(note);
    assertThat(note.getUpdated()).isEqualTo(imported);
  }

  @Test
  void datesAreThoseOfTheClocksZone() {
    try (Session east = open(new SteppingClock(ZoneId.of("Asia/Tokyo")))) {
      Note note = east.add(new Note(1, "milk"));
      east.flush();

      assertThat(note.getDay()).isEqualTo(LocalDate.of(2026, 2, 4));
      assertThat(note.getUpdated()).isEqualTo(FIRST_LOCAL.plusHours(9));
    }
  }

  @Test
  void embeddedOnesAreSetWhereNothingWasEmbedded() {
    Page page = session.add(new Page(1, "milk"));
    session.flush();

    page.setTitle("bread");
    session.flush();

    assertThat(page.getAudit().getMade()).isEqualTo("2026-02-03T23:30:00.123Z");
    assertThat(page.getAudit().getChanged()).isEqualTo("2026-02-03T23:30:01.123456Z");
  }

  @Test
  void rollbackOfAnInsertTakesThemBack() {
    Note note = session.add(new Note(1, "milk"));
    session.flush();

    session.rollback();

    assertThat(note.getCreated()).isNull();
    assertThat(note.getUpdated()).isNull();
  }

  @Test
  void rollbackKeepsWhatTheApplicationGave() {
    Note note = new Note(1, "milk");
    note.setCreated(Instant.EPOCH);
    session.add(note);
    session.flush();

    session.rollback();

    assertThat(note.getCreated()).isEqualTo(Instant.EPOCH);
    assertThat(note.getUpdated()).isNull();
  }

  @Test
  void rollbackOfAnUpdateRestoresThem() {
    Note note = session.add(new Note(1, "milk"));
    session.commit();
    note.setText("bread");
    session.flush();

    session.rollback();

    assertThat(note.getUpdated()).isEqualTo(FIRST_LOCAL);
  }

  @Test
  void aFlushThatFailedRestoresThem() {
    Note note = session.add(new Note(1, "milk"));
    session.add(new Note(2, "bread"));
    session.commit();
    note.setText("bread");

    assertThatThrownBy(session::flush).isInstanceOf(DatabaseException.class);
    session.rollback();

    assertThat(note.getUpdated()).isEqualTo(FIRST_LOCAL);
  }

  @Test
  void mergeOfAnOlderCopyRenewsTheSecond() {
    Note note = session.add(new Note(1, "milk"));
    session.commit();
    session.expunge(note);
    Note held = session.scalars(select(NOTE)).all().get(0);
    held.setText("bread");
    session.commit();

    note.setText("tea");
    session.merge(note);
    session.commit();

    assertThat(held.getText()).isEqualTo("tea");
    assertThat(held.getUpdated()).isEqualTo(FIRST_LOCAL.plusSeconds(2));
  }

  @Test
  void mergeWithoutTheFirstKeepsTheRows() {
    session.add(new Note(1, "milk"));
    session.commit();

    Note held = session.merge(new Note(1, "bread"));
    session.commit();

    assertThat(held.getCreated()).isEqualTo(FIRST);
  }
}
