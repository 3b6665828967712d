package org.aludel.orm.heirs;

import static org.aludel.orm.heirs.CaptainT.CAPTAIN;
import static org.aludel.orm.heirs.MemberT.MEMBER;
import static org.aludel.orm.heirs.PlayerT.PLAYER;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hybrids of mapped superclasses and of entities above are those of the classes below. */
@PostgresTest
final class InheritedHybridTest {
  private LinkDatabase club;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    club = LinkDatabase.fresh(database, Registry.of(HeirsBase.class));
    sessions = club.sessions;
    sessions.inTransaction(
        session -> {
          session.add(new Member(1, "Ann", "Ash"));
          session.add(new Player(1, "Bob", "Bay", 3));
          session.add(new Captain(2, "Cleo", "Cox", "red"));
        });
    club.sql();
  }

  @Test
  void thoseOfAMappedSuperclassReadTheColumnsOfTheEntity() {
    try (Session session = sessions.open()) {
      Member ann = session.scalars(select(MEMBER).where(MEMBER.fullName().eq("Ann Ash"))).one();

      assertThat(ann.fullName()).isEqualTo("Ann Ash");
    }
    assertThat(club.sql().get(0))
        .endsWith(" AS member WHERE member.first || ? || member.surname = ?");
  }

  @Test
  void anAttributeOfTheSuperclassIsReadByItsHybrid() {
    try (Session session = sessions.open()) {
      assertThat(session.getOne(Member.class, 1).getReversed()).isEqualTo("Ash, Ann");
      assertThat(session.scalars(select(PLAYER).orderBy(PLAYER.reversed)).all())
          .extracting(Player::getReversed)
          .containsExactly("Bay, Bob", "Cox, Cleo");
    }
    assertThat(club.sql().get(0))
        .contains("member.surname || ', '::varchar || member.first AS reversed");
  }

  @Test
  void thoseOfAnEntityAboveReadTheRowsOfTheClass() {
    CaptainT other = CAPTAIN.as("other");

    try (Session session = sessions.open()) {
      Captain cleo =
          session
              .scalars(select(other).where(other.scored(1, 7), other.fullName().eq("Cleo Cox")))
              .one();

      assertThat(cleo.scored(1, 7)).isTrue();
      assertThat(session.scalars(select(CAPTAIN).where(CAPTAIN.scored(3))).all()).isEmpty();
    }
    assertThat(club.sql().get(0))
        .endsWith(" AS other WHERE other.goals = ANY (?) AND other.first || ? || other.last = ?");
  }

  @Test
  void theLowestClassDecides() {
    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(CAPTAIN.title())).one()).isEqualTo("captain of red");
      assertThat(session.scalars(select(PLAYER.title()).from(PLAYER).orderBy(PLAYER.id)).all())
          .containsExactly("player", "player");
    }
  }

  @Test
  void theyMayAskForTheClassOfTheRow() {
    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(PLAYER.id).where(PLAYER.isLeading())).all())
          .containsExactly(2);
      assertThat(session.scalars(select(CAPTAIN.id).where(CAPTAIN.isLeading())).all())
          .containsExactly(2);
    }
  }

  @Test
  void aClassThatIsMeantInTheRowsOfAnotherHasThemToo() {
    CaptainT leading = CAPTAIN.treat(PLAYER);

    try (Session session = sessions.open()) {
      List<Integer> found =
          session
              .scalars(
                  select(PLAYER.id)
                      .where(leading.scored(3, 7), leading.fullName().ne("x"))
                      .orderBy(PLAYER.id))
              .all();
      assertThat(found).containsExactly(1, 2);
    }
  }

  @Test
  void aChangeMayAskForThem() {
    sessions.inTransaction(
        session -> {
          session.execute(
              update(MEMBER).set(MEMBER.first, "Amy").where(MEMBER.fullName().eq("Ann Ash")));
          session.execute(update(CAPTAIN).set(CAPTAIN.team, "blue").where(CAPTAIN.scored(7)));
        });

    assertThat(club.query("SELECT first FROM member").get(0)).containsExactly("Amy");
    assertThat(club.query("SELECT team FROM captain").get(0)).containsExactly("blue");
  }

  @Test
  void onesThatAnotherPackageCannotCallAreLeftOut() {
    assertThat(Arrays.stream(MemberT.class.getDeclaredMethods()).map(one -> one.getName()))
        .contains("fullName", "reversed")
        .doesNotContain("secret");
  }
}
