package org.aludel.orm.condition;

import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.parameter;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.orm.mapping.DeclarativeBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.SessionFactory;
import org.aludel.sql.Predicate;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Conditions that compile and cannot mean one thing in every statement. */
@PostgresTest
final class JoinConditionRefusalTest {
  private final Engine engine;

  JoinConditionRefusalTest(TestDatabase database) {
    this.engine = Engine.create(database.dataSource());
  }

  /** The base of the class that hides its own rows. */
  abstract static class HidingBase extends DeclarativeBase {}

  @Entity
  static class Hiding extends HidingBase {
    @Id private long id;

    @ManyToMany @JoinCondition private List<Hiding> others = new ArrayList<>();

    static Predicate others(
        JoinConditionRefusalTest_HidingT hiding, JoinConditionRefusalTest_HidingT other) {
      JoinConditionRefusalTest_HidingT third = JoinConditionRefusalTest_HidingT.HIDING;
      return exists(select(literal(1)).from(third).where(third.id.gt(other.id)));
    }

    List<Hiding> getOthers() {
      return others;
    }

    long getId() {
      return id;
    }
  }

  /** The base of the class that asks through another condition. */
  abstract static class ChainedBase extends DeclarativeBase {}

  @Entity
  static class Chained extends ChainedBase {
    @Id private long id;

    @ManyToMany @JoinCondition private List<Chained> first = new ArrayList<>();
    @ManyToMany @JoinCondition private List<Chained> second = new ArrayList<>();

    static Predicate first(
        JoinConditionRefusalTest_ChainedT chained, JoinConditionRefusalTest_ChainedT other) {
      return other.id.gt(chained.id);
    }

    static Predicate second(
        JoinConditionRefusalTest_ChainedT chained, JoinConditionRefusalTest_ChainedT other) {
      return other.first.any();
    }

    List<Chained> getFirst() {
      return first;
    }

    List<Chained> getSecond() {
      return second;
    }

    long getId() {
      return id;
    }
  }

  /** The base of the class whose condition has a value that nobody gives. */
  abstract static class OpenBase extends DeclarativeBase {}

  @Entity
  static class Open extends OpenBase {
    @Id private long id;

    @ManyToMany @JoinCondition private List<Open> others = new ArrayList<>();

    static Predicate others(
        JoinConditionRefusalTest_OpenT open, JoinConditionRefusalTest_OpenT other) {
      return other.id.gt(parameter("least", SqlTypes.BIGINT));
    }

    List<Open> getOthers() {
      return others;
    }

    long getId() {
      return id;
    }
  }

  @Test
  void aSubqueryOverTheSameTableNeedsANameOfItsOwn() {
    assertThatThrownBy(() -> SessionFactory.of(engine, Registry.of(HidingBase.class)))
        .hasMessageContaining("ORM-SESSION-UNSUPPORTED")
        .hasMessageContaining("a subquery over hiding, which statements call their own rows by");
  }

  @Test
  void aConditionCannotAskThroughAnother() {
    assertThatThrownBy(() -> SessionFactory.of(engine, Registry.of(ChainedBase.class)))
        .hasMessageContaining("ORM-SESSION-UNSUPPORTED")
        .hasMessageContaining("another relationship by a condition");
  }

  @Test
  void aNamedParameterHasNoValue() {
    assertThatThrownBy(() -> SessionFactory.of(engine, Registry.of(OpenBase.class)))
        .hasMessageContaining("ORM-SESSION-UNSUPPORTED")
        .hasMessageContaining("the parameter \"least\"");
  }
}
