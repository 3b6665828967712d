package org.aludel.orm.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.UsageException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Natural keys that change. */
@PostgresTest
final class KeyChangeTest {
  private LinkDatabase links;

  @BeforeEach
  void create(TestDatabase database) {
    links = LinkDatabase.fresh(database, Registry.of(KeysBase.class));
    links.sessions.inTransaction(
        session -> {
          Nation nation = session.add(new Nation("de", "Germany"));
          session.add(new Nation("fr", "France"));
          session.add(new Town(nation, 1, "Berlin"));
          session.add(new Town(nation, 2, "Hamburg"));
          session.add(new Embassy("first", nation));
        });
    links.sql();
  }

  @Test
  void theRowMovesToTheNewKey() {
    try (Session session = links.sessions.open()) {
      Nation nation = session.getOne(Nation.class, "fr");
      nation.setCode("fx");
      session.commit();

      assertThat(session.get(Nation.class, "fx")).isSameAs(nation);
      assertThat(session.get(Nation.class, "fr")).isNull();
    }
    assertThat(links.sql()).contains("UPDATE nation SET code = ? WHERE code = ?");
    assertThat(links.query("SELECT code FROM nation ORDER BY 1"))
        .containsExactly(List.of("de"), List.of("fx"));
  }

  @Test
  void whatTheServerCarriesAlongFollowsInMemory() {
    try (Session session = links.sessions.open()) {
      Nation nation = session.getOne(Nation.class, "de");
      Town berlin = session.getOne(Town.class, List.of("de", 1));
      links.sql();
      nation.setCode("dd");
      session.flush();

      assertThat(links.sql()).containsExactly("UPDATE nation SET code = ? WHERE code = ?");
      assertThat(berlin.getNationCode()).isEqualTo("dd");
      assertThat(session.get(Town.class, List.of("dd", 1))).isSameAs(berlin);
      assertThat(session.hasChanges()).isFalse();
      berlin.setName("East Berlin");
      session.commit();
    }
    assertThat(links.query("SELECT nation_code, name FROM town ORDER BY number"))
        .containsExactly(List.of("dd", "East Berlin"), List.of("dd", "Hamburg"));
  }

  @Test
  void aKeyWithoutConstraintIsWrittenForLoadedObjects() {
    links.sessions.inTransaction(
        session -> {
          session.getOne(Embassy.class, "first");
          session.getOne(Nation.class, "de").setCode("dd");
        });

    assertThat(links.sql()).endsWith("UPDATE embassy SET nation_code = ? WHERE name = ?");
    assertThat(links.query("SELECT nation_code FROM embassy")).containsExactly(List.of("dd"));
  }

  @Test
  void aConstraintThatDoesNotFollowSaysWhatWould() {
    links.sessions.inTransaction(
        session -> session.add(new Harbour("Kiel", session.getOne(Nation.class, "de"))));
    try (Session session = links.sessions.open()) {
      session.getOne(Nation.class, "de").setCode("xx");

      assertThatThrownBy(session::flush)
          .hasMessageContaining("fk_harbour_nation_code_nation")
          .hasMessageContaining("@OnUpdate(ForeignKeyAction.CASCADE)");
      session.rollback();
    }
  }

  @Test
  void aChainOfKeysMovesOneByOne() {
    links.sessions.inTransaction(
        session -> {
          session.getOne(Nation.class, "fr").setCode("de");
          session.getOne(Nation.class, "de").setCode("dd");
        });

    assertThat(links.query("SELECT code, name FROM nation ORDER BY 1"))
        .containsExactly(List.of("dd", "Germany"), List.of("de", "France"));
  }

  @Test
  void aNewObjectTakesTheKeyThatAnotherGivesUp() {
    links.sessions.inTransaction(
        session -> {
          session.getOne(Nation.class, "fr").setCode("fx");
          session.add(new Nation("fr", "New France"));
        });

    assertThat(links.query("SELECT code, name FROM nation ORDER BY 1"))
        .containsExactly(
            List.of("de", "Germany"), List.of("fr", "New France"), List.of("fx", "France"));
  }

  @Test
  void aRollbackReturnsToTheOldKeys() {
    try (Session session = links.sessions.open()) {
      Nation nation = session.getOne(Nation.class, "de");
      Town berlin = session.getOne(Town.class, List.of("de", 1));
      nation.setCode("dd");
      session.flush();
      session.rollback();

      assertThat(nation.getCode()).isEqualTo("de");
      assertThat(berlin.getNationCode()).isEqualTo("de");
      assertThat(session.get(Nation.class, "de")).isSameAs(nation);
      assertThat(session.get(Town.class, List.of("de", 1))).isSameAs(berlin);
      assertThat(session.get(Nation.class, "dd")).isNull();
      assertThat(session.hasChanges()).isFalse();
    }
  }

  @Test
  void noKeyIsRefused() {
    try (Session session = links.sessions.open()) {
      session.getOne(Nation.class, "de").setCode(null);

      assertThatThrownBy(session::flush)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("SESSION-KEY-CHANGED")
          .hasMessageContaining("null in its id");
      session.rollback();
    }
  }
}
