package org.aludel.engine;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.ADDRESS_EMAIL;
import static org.aludel.sql.Shop.ADDRESS_USER;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_CREATED;
import static org.aludel.sql.Shop.USER_EMAIL;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.avg;
import static org.aludel.sql.Sql.coalesce;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.countDistinct;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.min;
import static org.aludel.sql.Sql.not;
import static org.aludel.sql.Sql.now;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.selectRow;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.update;
import static org.aludel.sql.Sql.value;
import static org.aludel.sql.Sql.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.error.CompileException;
import org.aludel.schema.MetaData;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.sql.Row;
import org.aludel.sql.Row2;
import org.aludel.sql.Row3;
import org.aludel.sql.Row6;
import org.aludel.sql.Select;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class StatementExecutionTest {
  private static final MetaData SHOP = MetaData.ofTables(List.of(USER, ADDRESS));
  private final List<Execution> executions = new ArrayList<>();
  private final Engine engine;
  private final Connection connection;

  StatementExecutionTest(TestDatabase database) {
    this.engine = Engine.create(database.dataSource(), options -> options.cacheSize(2));
    database.run("DROP TABLE IF EXISTS address, user_account");
    engine.createAll(SHOP);
    this.connection = engine.connect();
    connection.addListener(
        new ExecutionListener() {
          @Override
          public void executed(Execution execution) {
            executions.add(execution);
          }
        });
  }

  @BeforeEach
  void insertUsers() {
    connection.execute(
        insert(USER)
            .columns(USER_NAME, USER_EMAIL, USER_AGE)
            .values("ada", "ada@example.org", 36)
            .values("bob", null, 20)
            .values("50%_off", "Off@example.org", null));
    connection.execute(
        insert(ADDRESS)
            .columns(ADDRESS_USER, ADDRESS_EMAIL)
            .from(select(USER_ID, USER_EMAIL.cast(SqlTypes.TEXT)).where(USER_EMAIL.isNotNull())));
    executions.clear();
  }

  @AfterEach
  void close() {
    connection.close();
    engine.close();
  }

  private List<String> names(Predicate condition) {
    return connection.execute(select(USER_NAME).where(condition).orderBy(USER_ID)).all();
  }

  @Test
  void returnsTheKeyOfAnInsert() {
    Long id = connection.execute(insert(USER).set(USER_NAME, "sandy").returning(USER_ID)).scalar();

    assertThat(id).isEqualTo(4L);
  }

  @Test
  void givesTypedRows() {
    List<Row2<Long, String>> rows =
        connection.execute(select(USER_ID, USER_NAME).where(USER_AGE.gt(30))).all();

    assertThat(rows).containsExactly(new Row2<>(1L, "ada"));
    assertThat(
            connection
                .execute(
                    select(USER_ID, USER_NAME, USER_EMAIL, USER_AGE, USER_NAME, USER_ID)
                        .where(USER_ID.eq(1L)))
                .one())
        .isEqualTo(new Row6<>(1L, "ada", "ada@example.org", 36, "ada", 1L));
  }

  record Line(String name, String email) {}

  @Test
  void givesTheUsersOwnRecords() {
    assertThat(
            connection
                .execute(select(Line::new, USER_NAME, ADDRESS_EMAIL).join(ADDRESS).orderBy(USER_ID))
                .all())
        .containsExactly(
            new Line("ada", "ada@example.org"), new Line("50%_off", "Off@example.org"));
  }

  @Test
  void givesWholeRowsOfATable() {
    Row ada = connection.execute(select(USER).where(USER_NAME.eq("ada"))).one();

    assertThat(ada.labels()).containsExactly("id", "name", "email", "age", "created");
    assertThat(ada.get(USER_AGE)).isEqualTo(36);
    assertThat(ada.get("name")).isEqualTo("ada");
    assertThat(ada.get(USER_CREATED)).isNotNull();
  }

  @Test
  void givesATableBesideAnExpression() {
    Row2<Row, Long> both =
        connection.execute(select(ADDRESS, USER_ID).join(USER).where(USER_NAME.eq("ada"))).one();

    assertThat(both.first().get(ADDRESS_EMAIL)).isEqualTo("ada@example.org");
    assertThat(both.second()).isEqualTo(1L);
  }

  @Test
  void findsValuesOfARowByExpressionOrLabel() {
    Expression<String> shout = lower(USER_NAME).as("shout");
    Row row = connection.execute(selectRow(USER_ID, shout).limit(1).orderBy(USER_ID)).one();

    assertThat(row.get(shout)).isEqualTo("ada");
    assertThat(row.get("shout")).isEqualTo("ada");
    assertThatThrownBy(() -> row.get(USER_NAME))
        .hasMessageContaining("ORM-SQL-UNKNOWN-RESULT-COLUMN");
  }

  @Test
  void comparesListsWithNoneOneAndMany() {
    assertThat(names(USER_AGE.in(List.of()))).isEmpty();
    assertThat(names(USER_AGE.in(36))).containsExactly("ada");
    assertThat(names(USER_NAME.in("ada", "bob"))).containsExactly("ada", "bob");
    assertThat(names(USER_NAME.notIn(List.of()))).hasSize(3);
    assertThat(names(USER_NAME.notIn("ada"))).containsExactly("bob", "50%_off");
    assertThat(names(USER_ID.in(select(ADDRESS_USER)))).containsExactly("ada", "50%_off");
  }

  @Test
  void matchesTextLiterally() {
    assertThat(names(USER_NAME.startsWith("50%_"))).containsExactly("50%_off");
    assertThat(names(USER_NAME.startsWith("5_"))).isEmpty();
    assertThat(names(USER_NAME.contains("%"))).containsExactly("50%_off");
    assertThat(names(USER_NAME.endsWith("b"))).containsExactly("bob");
    assertThat(names(USER_EMAIL.like("%.org"))).containsExactly("ada", "50%_off");
    assertThat(names(USER_EMAIL.ilike("off%"))).containsExactly("50%_off");
  }

  @Test
  void treatsNullsAsTheirOperatorsSay() {
    assertThat(names(USER_EMAIL.isNull())).containsExactly("bob");
    assertThat(names(USER_AGE.isDistinctFrom(value(36)))).containsExactly("bob", "50%_off");
    assertThat(names(not(USER_AGE.eq(36)))).containsExactly("bob");
  }

  @Test
  void aggregates() {
    assertThat(
            connection
                .execute(select(count(), countDistinct(USER_AGE), sum(USER_AGE)).from(USER))
                .one())
        .satisfies(
            row -> {
              assertThat(row.first()).isEqualTo(3);
              assertThat(row.second()).isEqualTo(2);
              assertThat(row.third()).isEqualByComparingTo("56");
            });
    assertThat(connection.execute(select(sum(USER_ID))).scalar()).isEqualByComparingTo("6");
    assertThat(connection.execute(select(avg(USER_AGE))).scalar()).isEqualByComparingTo("28");
    assertThat(connection.execute(select(min(USER_AGE), max(USER_AGE))).one())
        .isEqualTo(new Row2<>(20, 36));
  }

  @Test
  void groupsByALabelThatHoldsABind() {
    Expression<Boolean> adult = coalesce(USER_AGE.gt(30), false).as("adult");

    assertThat(
            connection.execute(select(adult, count()).groupBy(adult).orderBy(adult.desc())).all())
        .containsExactly(new Row2<>(true, 1L), new Row2<>(false, 2L));
  }

  @Test
  void computes() {
    Expression<Integer> next = USER_AGE.plus(1).times(literal(2)).minus(USER_AGE.negate());
    Expression<String> size =
        when(USER_AGE.gt(30), literal("old")).when(USER_AGE.isNull(), "unknown").otherwise("young");
    Select<Row3<Integer, String, String>> query =
        select(next, size, USER_NAME.concat("!").concat(USER_AGE.cast(SqlTypes.VARCHAR)))
            .orderBy(USER_ID);

    assertThat(connection.execute(query).all())
        .containsExactly(
            new Row3<>(110, "old", "ada!36"), new Row3<>(62, "young", "bob!20"), nullRow());
  }

  @SuppressWarnings("NullAway") // values of a row may be NULL
  private static Row3<Integer, String, String> nullRow() {
    return new Row3<>(null, "unknown", null);
  }

  @Test
  void runsSubqueriesOfEveryKind() {
    Expression<Long> addresses =
        scalar(select(count()).from(ADDRESS).where(ADDRESS_USER.eq(USER_ID)));
    ColumnReference<Long> owner = select(ADDRESS_USER).as("owners").c("user_id", SqlTypes.BIGINT);

    assertThat(connection.execute(select(addresses).from(USER).orderBy(USER_ID)).all())
        .containsExactly(1L, 0L, 1L);
    assertThat(names(exists(select(ADDRESS_USER).where(ADDRESS_USER.eq(USER_ID))))).hasSize(2);
    assertThat(connection.execute(select(owner).orderBy(owner).limit(1).offset(1)).all())
        .containsExactly(3L);
  }

  @Test
  void updatesAndDeletes() {
    assertThat(
            connection
                .execute(update(USER).set(USER_AGE, USER_AGE.plus(1)).where(USER_AGE.isNotNull()))
                .rowCount())
        .isEqualTo(2);
    assertThat(
            connection
                .execute(
                    update(USER)
                        .setNull(USER_EMAIL)
                        .set(USER_CREATED, now())
                        .where(USER_NAME.eq("ada"))
                        .returning(USER_AGE))
                .all())
        .containsExactly(37);
    assertThat(connection.execute(delete(ADDRESS).all().returning(ADDRESS_USER)).all())
        .containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void upserts() {
    Row2<Long, String> updated =
        connection
            .execute(
                insert(USER)
                    .set(USER_NAME, "ada II")
                    .set(USER_EMAIL, "ada@example.org")
                    .onConflictDoUpdate(
                        List.of(USER_EMAIL), set(USER_NAME, excluded(USER_NAME).concat(USER_NAME)))
                    .returning(USER_ID, USER_NAME))
            .one();

    assertThat(updated).isEqualTo(new Row2<>(1L, "ada IIada"));
    assertThat(
            connection
                .execute(
                    insert(USER)
                        .set(USER_NAME, "x")
                        .set(USER_EMAIL, "ada@example.org")
                        .onConflictDoNothing())
                .rowCount())
        .isZero();
  }

  @Test
  void readsTextWithTypedColumns() {
    assertThat(
            connection
                .execute(
                    text("SELECT id, name FROM user_account WHERE age > ? AND '?' <> ''", 30)
                        .columns(column("id", SqlTypes.BIGINT), column("name", SqlTypes.TEXT)))
                .all())
        .containsExactly(new Row2<>(1L, "ada"));
    assertThat(connection.execute(text("SELECT 1 AS one")).one().get("one")).isEqualTo(1);
  }

  @Test
  void locksRows() {
    assertThat(connection.execute(select(USER_ID).forUpdate()).all()).hasSize(3);
  }

  @Test
  void compilesAStructureOnceAndForgetsTheOldest() {
    for (int age : new int[] {1, 2}) {
      connection.execute(select(USER_ID).where(USER_AGE.eq(age))).all();
    }
    connection.execute(select(USER_NAME)).all();
    connection.execute(select(USER_EMAIL)).all();
    connection.execute(select(USER_ID).where(USER_AGE.eq(3))).all();

    assertThat(executions)
        .extracting(Execution::cache)
        .containsExactly(CacheUse.MISS, CacheUse.HIT, CacheUse.MISS, CacheUse.MISS, CacheUse.MISS);
  }

  @Test
  void bindsTheValuesOfTheStatementAndNotOfTheOneThatWasCompiled() {
    assertThat(names(USER_AGE.in(36))).containsExactly("ada");
    assertThat(names(USER_AGE.in(20, 21))).containsExactly("bob");
    assertThat(executions)
        .extracting(Execution::cache)
        .containsExactly(CacheUse.MISS, CacheUse.HIT);
  }

  /** Stands for a generated metamodel. */
  private static final class Person implements TableSource<String> {
    @Override
    public TableName tableName() {
      return new TableName(null, "user_account");
    }

    @Override
    public Class<String> rowType() {
      return String.class;
    }
  }

  @Test
  void leavesWholeObjectsToASession() {
    Person person = new Person();
    ColumnReference<String> name = new ColumnReference<>(person, "name", SqlTypes.TEXT);

    assertThat(connection.execute(select(name).where(name.eq("ada"))).all()).containsExactly("ada");
    assertThatThrownBy(() -> connection.execute(select(person)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("ORM-SQL-NEEDS-SESSION");
  }

  @Test
  void dropsWhatItCreated() {
    connection.rollback();

    engine.dropAll(SHOP);

    assertThat(engine.execute("SELECT relname FROM pg_class WHERE relname LIKE '%address%'"))
        .isEmpty();
  }
}
