package org.aludel.sql;

import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.table;
import static org.aludel.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.aludel.compile.Structure;
import org.aludel.engine.Engine;
import org.aludel.error.CompileException;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Constructs of users: their SQL by database, their place among operators, their cache key. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConstructTest {
  private static final NamedTable ITEM = table("item");
  private static final ColumnReference<Integer> ID = ITEM.c("id", SqlTypes.INTEGER);

  private final Engine engine;

  ConstructTest(TestDatabase database) {
    database.run("CREATE TABLE item (id integer); INSERT INTO item VALUES (1), (2), (10);");
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  /** An aggregate that databases spell differently. */
  private record Median(Expression<Integer> operand) implements Construct<Double> {
    private static final ConstructSql<Median> SQL =
        ConstructSql.<Median>common((node, out) -> out.sql("median(").write(node.operand).sql(")"))
            .on(
                "postgresql",
                (node, out) ->
                    out.sql("percentile_cont(0.5) WITHIN GROUP (ORDER BY ")
                        .write(node.operand)
                        .sql(")"));

    @Override
    public SqlType<Double> type() {
      return SqlTypes.DOUBLE;
    }

    @Override
    public List<Expression<?>> operands() {
      return List.of(operand);
    }

    @Override
    public Median withOperands(Operands operands) {
      return new Median(operands.next(operand));
    }

    @Override
    public void write(ConstructWriter out) {
      SQL.write(this, out);
    }
  }

  /** An operator with something of its own in the text. */
  private record Scaled(Expression<Integer> operand, int factor) implements Construct<Integer> {
    @Override
    public SqlType<Integer> type() {
      return SqlTypes.INTEGER;
    }

    @Override
    public List<Expression<?>> operands() {
      return List.of(operand);
    }

    @Override
    public Scaled withOperands(Operands operands) {
      return new Scaled(operands.next(operand), factor);
    }

    @Override
    public Object structure() {
      return factor;
    }

    @Override
    public void write(ConstructWriter out) {
      out.operand(operand).sql(" * " + factor);
    }
  }

  /** A construct of another database alone. */
  private record Rowid() implements Construct<BigDecimal> {
    private static final ConstructSql<Rowid> SQL =
        ConstructSql.only("sqlite", (node, out) -> out.name("rowid"));

    @Override
    public SqlType<BigDecimal> type() {
      return SqlTypes.NUMERIC;
    }

    @Override
    public List<Expression<?>> operands() {
      return List.of();
    }

    @Override
    public Rowid withOperands(Operands operands) {
      return this;
    }

    @Override
    public void write(ConstructWriter out) {
      SQL.write(this, out);
    }
  }

  @Test
  void isWrittenAsItsDatabaseWantsIt() {
    Select<Double> select = select(new Median(ID.plus(1)));

    assertThat(Shop.sql(select))
        .isEqualTo("SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY item.id + ?) FROM item");
    assertThat(engine.execute(select)).containsExactly(3.0);
  }

  @Test
  void isClosedAmongOperators() {
    Select<Integer> select =
        select(new Scaled(ID.plus(literal(1)), 2).plus(literal(1))).where(ID.eq(10));

    assertThat(Shop.sql(select))
        .isEqualTo("SELECT ((item.id + 1) * 2) + 1 FROM item WHERE item.id = ?");
    assertThat(engine.execute(select)).containsExactly(23);
  }

  @Test
  void itsKeyHoldsItsStructureAndNoValues() {
    assertThat(key(new Scaled(value(1), 2))).isEqualTo(key(new Scaled(value(5), 2)));
    assertThat(key(new Scaled(value(1), 2))).isNotEqualTo(key(new Scaled(value(1), 3)));
    assertThat(key(new Scaled(value(1), 2))).isNotEqualTo(key(new Scaled(literal(1), 2)));
  }

  private static Structure.Key key(Expression<?> expression) {
    return Structure.of(select(expression)).key();
  }

  @Test
  void isRewrittenWithWhatItHolds() {
    NamedTable other = ITEM.as("other");

    assertThat(Shop.sql(Traversal.replaceTable(select(new Median(ID)).from(ITEM), ITEM, other)))
        .isEqualTo(
            "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY other.id) FROM item AS other");
  }

  @Test
  void isRefusedWhereItHasNoSpelling() {
    assertThatThrownBy(() -> Shop.sql(select(new Rowid())))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT")
        .hasMessageContaining("cannot write \"Rowid\"")
        .hasMessageContaining("\"postgresql\"")
        .hasMessageContaining("[sqlite]");
  }
}
