package org.aludel.engine;

import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.aludel.error.CompileException;
import org.aludel.error.DatabaseException;
import org.aludel.error.MappingException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Scalar;
import org.aludel.sql.Shop;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.CompositeType;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a type is in one database only, and the SQL that it has round its values. */
@PostgresTest(perMethod = true)
final class TypeRulesTest {
  /** Kept in capitals, read in small letters. */
  private static final SqlType<String> SHOUTED =
      SqlTypes.TEXT.withBindSql("upper(?::text)").withColumnSql("lower(?)");

  private static final NamedTable NOTE = table("note");
  private static final ColumnReference<Integer> ID = NOTE.c("id", SqlTypes.INTEGER);
  private static final ColumnReference<String> BODY = NOTE.c("body", SHOUTED);
  private static final ColumnReference<String> RAW = NOTE.c("body", SqlTypes.TEXT);

  record Money(BigDecimal amount) {}

  private static final SqlType<Money> MONEY =
      SqlTypes.numeric(12, 2).as(Money.class, Money::new, Money::amount);

  /** What users write to give a type of theirs an operator. */
  record MoneyExpression(Expression<Money> operand) implements Scalar.Typed<Money> {
    Predicate isDebt() {
      return lt(new Money(BigDecimal.ZERO));
    }
  }

  private final Engine engine;

  TypeRulesTest(TestDatabase database) {
    database.run("CREATE EXTENSION citext");
    engine = Engine.create(database.dataSource());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void create(SqlType<?> type) {
    Column id = Column.of("id", SqlTypes.INTEGER);
    Column body = Column.of("body", type);
    engine.createAll(
        MetaData.ofTables(
            List.of(
                new Table(
                    QualifiedName.of("note"), List.of(id, body), List.of(), List.of(), null))));
  }

  /** As the server names it. */
  private String columnType() {
    NamedTable columns = table("information_schema", "columns");
    return engine
        .execute(
            select(columns.c("udt_name", SqlTypes.TEXT))
                .where(
                    columns.c("table_name", SqlTypes.TEXT).eq("note"),
                    columns.c("column_name", SqlTypes.TEXT).eq("body")))
        .get(0);
  }

  @Test
  void aVariantIsTheTypeOfItsOwnDatabase() {
    SqlType<String> type = SqlTypes.TEXT.withVariant("postgresql", PostgresTypes.CITEXT);
    ColumnReference<String> body = NOTE.c("body", type);

    create(type);
    engine.update(insert(NOTE).set(ID, 1).set(body, "Ada"));

    assertThat(columnType()).isEqualTo("citext");
    assertThat(engine.execute(select(ID).where(body.eq("ADA")))).containsExactly(1);
    assertThat(Shop.sql(select(RAW.cast(type))))
        .isEqualTo("SELECT CAST(note.body AS citext) FROM note");
  }

  @Test
  void aVariantOfAnotherDatabaseChangesNothing() {
    SqlType<String> type = SqlTypes.TEXT.withVariant("sqlite", SqlTypes.VARCHAR);

    create(type);

    assertThat(columnType()).isEqualTo("text");
    assertThat(Shop.sql(select(RAW.cast(type))))
        .isEqualTo("SELECT CAST(note.body AS text) FROM note");
  }

  @Test
  void aUuidMayBeKeptAsText() {
    SqlType<UUID> type = SqlTypes.character(36).as(UUID.class, UUID::fromString, UUID::toString);
    ColumnReference<UUID> body = NOTE.c("body", type);
    UUID value = new UUID(1, 2);

    create(type);
    engine.update(insert(NOTE).set(ID, 1).set(body, value));

    assertThat(columnType()).isEqualTo("bpchar");
    assertThat(engine.execute(select(body).where(body.eq(value)))).containsExactly(value);
  }

  @Test
  void aVariantReadsAndBindsItsOwnWay() {
    SqlType<UUID> elsewhere =
        SqlTypes.character(32)
            .as(
                UUID.class,
                text -> {
                  throw new AssertionError("not read so here: " + text);
                },
                UUID::toString);
    SqlType<UUID> type = elsewhere.withVariant("postgresql", SqlTypes.UUID_TYPE);
    ColumnReference<UUID> body = NOTE.c("body", type);
    UUID value = new UUID(1, 2);

    create(type);
    engine.update(insert(NOTE).set(ID, 1).set(body, value));

    assertThat(columnType()).isEqualTo("uuid");
    assertThat(engine.execute(select(body).where(body.in(value)))).containsExactly(value);
  }

  @Test
  void valuesAndColumnsHaveTheSqlOfTheirTypeAround() {
    create(SHOUTED);

    String returned =
        engine.fromTransaction(
            connection ->
                connection
                    .execute(insert(NOTE).set(ID, 1).set(BODY, "Ada").returning(BODY))
                    .scalar());

    assertThat(returned).isEqualTo("ada");
    assertThat(engine.execute(select(RAW))).containsExactly("ADA");
    assertThat(engine.execute(select(BODY).where(BODY.in("ada", "eve")))).containsExactly("ada");
    assertThat(Shop.sql(insert(NOTE).set(BODY, "Ada").returning(BODY)))
        .isEqualTo("INSERT INTO note (body) VALUES (upper(?::text)) RETURNING lower(body) AS body");
    assertThat(Shop.sql(select(BODY).where(BODY.in("a", "b"))))
        .isEqualTo(
            "SELECT lower(note.body) AS body FROM note"
                + " WHERE note.body IN (upper(?::text), upper(?::text))");
  }

  @Test
  void onlyTheOutermostSelectReadsThroughTheType() {
    NamedTable other = NOTE.as("n");
    ColumnReference<String> inner = other.c("body", SHOUTED);

    assertThat(Shop.sql(select(scalar(select(max(inner))), ID).where(BODY.in(select(inner)))))
        .isEqualTo(
            "SELECT lower((SELECT max(n.body) FROM note AS n)), note.id FROM note"
                + " WHERE note.body IN (SELECT n.body FROM note AS n)");
    assertThat(Shop.sql(insert(NOTE).columns(BODY).from(select(inner))))
        .isEqualTo("INSERT INTO note (body) SELECT n.body FROM note AS n");
  }

  @Test
  void literalsHaveItToo() {
    assertThat(engine.execute(select(literal(SHOUTED, "Ada").coerce(SqlTypes.TEXT))))
        .containsExactly("ADA");
  }

  @Test
  void aTemplateWithoutOneQuestionMarkIsRefused() {
    SqlType<String> odd = SqlTypes.TEXT.withBindSql("upper()");

    assertThatThrownBy(() -> Shop.sql(select(ID).where(NOTE.c("body", odd).eq("a"))))
        .isInstanceOf(CompileException.class)
        .hasMessageContainingAll("ORM-SQL-UNSUPPORTED-STATEMENT", "upper()", "one, for the value");
  }

  @Test
  void coercionChangesTheClassAndNotTheSql() {
    Expression<BigDecimal> sum = literal(SqlTypes.NUMERIC, new BigDecimal("1.50"));

    assertThat(Shop.sql(select(sum.coerce(MONEY)))).isEqualTo(Shop.sql(select(sum)));
    assertThat(engine.execute(select(sum.coerce(MONEY))))
        .containsExactly(new Money(new BigDecimal("1.50")));
  }

  @Test
  void aCastChangesTheSqlToo() {
    Expression<BigDecimal> sum = literal(SqlTypes.NUMERIC, new BigDecimal("1.555"));

    assertThat(Shop.sql(select(sum.cast(MONEY))))
        .isEqualTo("SELECT CAST('1.555'::numeric AS numeric(12,2))");
    assertThat(engine.execute(select(sum.cast(MONEY))))
        .containsExactly(new Money(new BigDecimal("1.56")));
  }

  @Test
  void aComparisonWithACoercedNumberIsNotCast() {
    create(SqlTypes.INTEGER);
    Expression<String> coerced = ID.coerce(SqlTypes.TEXT);
    Expression<String> cast = ID.cast(SqlTypes.TEXT);

    assertThat(engine.execute(select(ID).where(cast.eq("1")))).isEmpty();
    assertThatThrownBy(() -> engine.execute(select(ID).where(coerced.eq("1"))))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  void aTypeOfUsersMayHaveOperators() {
    create(MONEY);
    ColumnReference<Money> body = NOTE.c("body", MONEY);
    engine.update(insert(NOTE).set(ID, 1).set(body, new Money(new BigDecimal("-5"))));
    engine.update(insert(NOTE).set(ID, 2).set(body, new Money(new BigDecimal("5"))));

    MoneyExpression money = new MoneyExpression(body);

    assertThat(Shop.sql(select(ID).where(money.isDebt())))
        .isEqualTo("SELECT note.id FROM note WHERE note.body < ?");
    assertThat(engine.execute(select(ID).where(money.isDebt()))).containsExactly(1);
    assertThat(columnType()).isEqualTo("numeric");
  }

  @Test
  void aWholeThatWouldLoseTheSqlIsRefused() {
    assertThatThrownBy(() -> SqlTypes.array(SHOUTED))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("cannot make an array of type \"text\"");
    assertThatThrownBy(() -> PostgresTypes.range("shouts", SHOUTED))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("cannot make a range of type \"text\"");
    assertThatThrownBy(() -> CompositeType.of("shout", Money.class).field(SHOUTED, money -> "a"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("cannot make a composite of type \"text\"");
  }

  @Test
  void theSqlMayStandRoundTheWhole() {
    SqlType<List<String>> shouts =
        SqlTypes.array(SqlTypes.TEXT)
            .withBindSql("ARRAY(SELECT upper(x) FROM unnest(?::text[]) x)");
    create(shouts);

    engine.update(insert(NOTE).set(NOTE.c("body", shouts), List.of("a", "b")));

    assertThat(engine.execute("SELECT body[2] FROM note").get(0).get(0)).isEqualTo("B");
  }
}
