package org.aludel.orm.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aludel.error.StaleDataException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counters, times and the server's own versions behave alike. */
@PostgresTest
final class VersionTest {
  private static final Registry REGISTRY = Registry.of(VersionsBase.class);

  private LinkDatabase links;

  @BeforeEach
  void create(TestDatabase database) {
    links = LinkDatabase.fresh(database, REGISTRY);
  }

  static Stream<Supplier<Versioned>> kinds() {
    return Stream.of(
        TimedInstant::new, TimedOffset::new, TimedLocal::new, Counted::new, SystemRow::new);
  }

  private void add(Supplier<Versioned> kind, int count) {
    links.sessions.inTransaction(
        session -> {
          for (int index = 0; index < count; index++) {
            Versioned one = kind.get();
            one.setName("first");
            session.add(one);
          }
        });
    links.sql();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachUpdateGivesANewVersion(Supplier<Versioned> kind) {
    add(kind, 1);

    try (Session session = links.sessions.open()) {
      Versioned one = session.getOne(kind.get().getClass(), 1);
      Object first = one.getVersion();
      one.setName("second");
      session.commit();
      Object second = one.getVersion();
      one.setName("third");
      session.commit();

      assertThat(List.of(first, second, one.getVersion())).doesNotHaveDuplicates();
      assertThat(session.hasChanges()).isFalse();
      session.refresh(one);
      one.setName("fourth");
      session.commit();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aStaleRowIsRefusedAndNamed(Supplier<Versioned> kind) {
    add(kind, 3);

    try (Session session = links.sessions.open()) {
      List<Versioned> all =
          List.of(
              session.getOne(kind.get().getClass(), 1),
              session.getOne(kind.get().getClass(), 2),
              session.getOne(kind.get().getClass(), 3));
      links.sessions.inTransaction(
          other -> other.getOne(kind.get().getClass(), 2).setName("theirs"));
      all.forEach(one -> one.setName("mine"));

      assertThatThrownBy(session::flush)
          .isInstanceOf(StaleDataException.class)
          .hasMessageContaining("no row as it was read for key 2");
      session.rollback();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aStaleRowIsNotDeleted(Supplier<Versioned> kind) {
    add(kind, 1);

    try (Session session = links.sessions.open()) {
      Versioned one = session.getOne(kind.get().getClass(), 1);
      links.sessions.inTransaction(
          other -> other.getOne(kind.get().getClass(), 1).setName("theirs"));
      session.delete(one);

      assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
      session.rollback();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aDetachedObjectOfAnOlderVersionIsNotMerged(Supplier<Versioned> kind) {
    add(kind, 1);
    Versioned detached =
        links.sessions.fromTransaction(session -> session.getOne(kind.get().getClass(), 1));
    detached.setName("mine");
    links.sessions.inTransaction(session -> session.merge(detached));

    assertThatThrownBy(() -> links.sessions.inTransaction(session -> session.merge(detached)))
        .isInstanceOf(StaleDataException.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void manyRowsAreUpdatedByOneStatement(Supplier<Versioned> kind) {
    add(kind, 3);

    links.sessions.inTransaction(
        session -> {
          for (int id = 1; id <= 3; id++) {
            session.getOne(kind.get().getClass(), id).setName("new");
          }
          links.sql();
        });

    assertThat(links.sql()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anObjectWhoseRowIsUndoneIsNewAgain(Supplier<Versioned> kind) {
    Versioned one = kind.get();
    Object before = one.getVersion();
    try (Session session = links.sessions.open()) {
      session.add(one);
      session.flush();
      one.setName("second");
      session.flush();
      session.rollback();
      assertThat(one.getVersion()).isEqualTo(before);
    }

    links.sessions.inTransaction(session -> session.add(one));

    assertThat(links.sql()).isNotEmpty();
  }

  @Test
  void anObjectThatTookOverARowIsNewAgainWhenThatIsUndone() {
    links.sessions.inTransaction(session -> session.add(new Keyed("a")));
    Keyed second = new Keyed("a");
    try (Session session = links.sessions.open()) {
      session.delete(session.getOne(Keyed.class, "a"));
      session.add(second);
      session.flush();
      assertThat(second.getVersion()).isEqualTo(2);
      session.rollback();
      assertThat(second.getVersion()).isZero();
    }

    links.sessions.inTransaction(
        session -> {
          session.delete(session.getOne(Keyed.class, "a"));
          session.add(second);
        });

    assertThat(links.query("SELECT code, version FROM keyed")).containsExactly(List.of("a", "2"));
  }

  @Test
  void theServersVersionIsReadBackAndNeverWritten() {
    add(SystemRow::new, 1);

    links.sessions.inTransaction(session -> session.getOne(SystemRow.class, 1).setName("new"));

    assertThat(links.sql())
        .containsExactly(
            "SELECT id, name, xmin FROM system_row WHERE id = ?",
            "UPDATE system_row SET name = ? WHERE id = ? AND xmin = ? RETURNING xmin");
    assertThat(
            links.query(
                "SELECT count(*) FROM pg_attribute WHERE attrelid = 'system_row'::regclass AND"
                    + " attnum > 0"))
        .containsExactly(List.of("2"));
  }
}
