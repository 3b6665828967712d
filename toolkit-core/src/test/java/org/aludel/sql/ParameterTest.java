package org.aludel.sql;

import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.parameter;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.table;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.compile.Structure;
import org.aludel.engine.Engine;
import org.aludel.error.CompileException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Values that a statement gets later, by name. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ParameterTest {
  private static final NamedTable ITEM = table("item");
  private static final ColumnReference<Integer> ID = ITEM.c("id", SqlTypes.INTEGER);
  private static final ColumnReference<String> NAME = ITEM.c("name", SqlTypes.TEXT);
  private static final Select<Integer> NAMED =
      select(ID).where(NAME.eq(parameter("name", SqlTypes.TEXT))).orderBy(ID);

  private final Engine engine;

  ParameterTest(TestDatabase database) {
    database.run(
        """
        CREATE TABLE item (id integer, name text);
        INSERT INTO item VALUES (1, 'a'), (2, 'b'), (3, 'b');
        """);
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void aStatementGetsItsValueLater() {
    assertThat(Shop.sql(NAMED))
        .isEqualTo("SELECT item.id FROM item WHERE item.name = ? ORDER BY item.id");

    assertThat(engine.execute(NAMED.with("name", "b"))).containsExactly(2, 3);
    assertThat(engine.execute(NAMED.with("name", "a"))).containsExactly(1);
    assertThat(engine.execute(NAMED.with("name", null))).isEmpty();
  }

  @Test
  void oneNameIsOneValueWhereverItStands() {
    Select<Integer> twice =
        select(ID)
            .where(
                ID.ge(parameter("n", SqlTypes.INTEGER)), ID.le(parameter("n", SqlTypes.INTEGER)));

    assertThat(Structure.of(twice.with("n", 2)).values()).containsExactly(2);
    assertThat(engine.execute(twice.with("n", 2))).containsExactly(2);
  }

  @Test
  void aListMayComeLaterAndHaveAnyLength() {
    Select<Integer> listed =
        select(ID).where(ID.in(parameter("ids", SqlTypes.array(SqlTypes.INTEGER)))).orderBy(ID);

    assertThat(engine.execute(listed.with("ids", List.of(1, 3)))).containsExactly(1, 3);
    assertThat(engine.execute(listed.with("ids", List.of()))).isEmpty();
    assertThat(Structure.of(listed.with("ids", List.of(1))).key())
        .isEqualTo(Structure.of(listed.with("ids", List.of(1, 2, 3))).key());
  }

  @Test
  void aDefaultServesWhereNoValueIsGiven() {
    AtomicInteger asked = new AtomicInteger();
    Select<Integer> fixed = select(ID).where(NAME.eq(parameter("name", SqlTypes.TEXT).orElse("a")));
    Select<Integer> made =
        select(ID)
            .where(ID.eq(parameter("id", SqlTypes.INTEGER).orElseGet(asked::incrementAndGet)));

    assertThat(engine.execute(fixed)).containsExactly(1);
    assertThat(engine.execute(fixed.with("name", "b"))).hasSize(2);
    assertThat(engine.execute(made)).containsExactly(1);
    assertThat(engine.execute(made)).containsExactly(2);
    assertThat(engine.execute(made.with("id", 1))).containsExactly(1);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aMissingValueIsRefusedBeforeTheServerIsAsked() {
    assertThatThrownBy(() -> engine.execute(NAMED))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("ORM-SQL-MISSING-PARAMETER")
        .hasMessageContaining("parameter \"name\"")
        .hasMessageContaining("with(\"name\", value)");
    assertThatThrownBy(() -> engine.dialect().literal(NAMED))
        .hasMessageContaining("ORM-SQL-MISSING-PARAMETER");
  }

  @Test
  void anUnknownNameIsRefusedAndANearOneProposed() {
    assertThatThrownBy(() -> NAMED.with("nmae", "a"))
        .hasMessageContaining("ORM-SQL-UNKNOWN-PARAMETER")
        .hasMessageContaining("did you mean \"name\"?");
    assertThatThrownBy(() -> select(ID).with("name", "a"))
        .hasMessageContaining("a statement without parameters");
  }

  @Test
  void aValueOfAnotherClassIsRefused() {
    assertThatThrownBy(() -> NAMED.with("name", 5))
        .hasMessageContaining("ORM-TYPE-WRONG-VALUE")
        .hasMessageContaining("java.lang.Integer")
        .hasMessageContaining("java.lang.String");
  }

  @Test
  void onlyParametersHaveDefaults() {
    assertThatThrownBy(() -> Sql.value(1).orElse(2)).hasMessageContaining("cannot build a default");
  }

  @Test
  void everyKindOfStatementTakesParameters() {
    Bind<Integer> id = parameter("id", SqlTypes.INTEGER);
    Insert<Void> insert = insert(ITEM).columns(ID).values(id);
    List<Statement<?>> all =
        List.of(
            insert,
            Sql.update(ITEM).set(ID, id).all(),
            Sql.delete(ITEM).where(ID.eq(id)),
            select(ID).union(select(ID).where(ID.eq(id))),
            select(ID).where(ID.eq(id)).with(),
            text("SELECT ?", 1),
            Sql.merge(ITEM).using(ITEM.as("other"), ID.eq(id)).whenMatched().delete());

    for (Statement<?> statement : all) {
      if (!(statement instanceof TextStatement)) {
        assertThat(Structure.of(statement.with("id", 7)).values()).contains(7);
      }
    }
  }
}
