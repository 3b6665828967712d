package org.aludel.orm.yard;

import static org.aludel.orm.query.Loading.defer;
import static org.aludel.orm.yard.CraneT.CRANE;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.instrument.LazyObstacle;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Why columns of a class cannot be left for later is said of the very member. */
@PostgresTest
final class LazyObstacleTest {
  @Test
  void theMessageNamesTheField(TestDatabase database) {
    LinkDatabase yards = LinkDatabase.fresh(database, Registry.of(YardBase.class));

    try (Session session = yards.sessions.open()) {
      assertThatThrownBy(() -> session.scalars(select(CRANE).options(defer(CRANE.maker))).all())
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED")
          .hasMessageContaining("its field \"Crane.maker\" is not private");
    }
  }

  @Test
  void aFinalMethodIsNamed() {
    assertThat(phrase(Fixed.class)).isEqualTo(": its method \"Fixed.name\" is final");
  }

  @Test
  void aMethodOfAnotherPackageIsNamed() {
    assertThat(LazyObstacle.phrase(Secretive.class, String.class))
        .contains("\"Secretive.secret\" is only for another package to override");
  }

  @Test
  void aPrivateConstructorIsNamed() {
    assertThat(phrase(Shut.class))
        .isEqualTo(": its constructor without parameters cannot be called by a subclass");
  }

  @Test
  void aFinalClassIsNamed() {
    assertThat(phrase(Last.class)).isEqualTo(": it is final");
  }

  @Test
  void aClassWithoutAnyIsPassedOver() {
    assertThat(phrase(Depot.class)).isEmpty();
  }

  private static String phrase(Class<?> entity) {
    return LazyObstacle.phrase(entity, entity);
  }

  /** Has a method that no subclass can override. */
  public static class Fixed {
    public final String name() {
      return "";
    }
  }

  /** Has a method that a subclass elsewhere does not see. */
  public static class Secretive {
    public Secretive() {}

    String secret() {
      return "";
    }
  }

  /** Can be made by itself alone. */
  public static class Shut {
    private Shut() {}

    static Shut open() {
      return new Shut();
    }
  }

  /** Can have no subclass. */
  public static final class Last {}
}
