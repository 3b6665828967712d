package org.aludel.sql;

import static org.aludel.sql.Sql.always;
import static org.aludel.sql.Sql.condition;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.defaultOf;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.function;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.lower;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.merge;
import static org.aludel.sql.Sql.row;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.table;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.compile.Structure;
import org.aludel.engine.Engine;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of INSERT, UPDATE, DELETE and MERGE, each beside the same written by hand. */
@PostgresTest
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DmlFormsTest {
  private static final String SCRIPT =
      """
      CREATE TEMP TABLE item (id integer GENERATED ALWAYS AS IDENTITY, code text, amount integer
        DEFAULT 1, active boolean DEFAULT true, CONSTRAINT uq_code UNIQUE (code));
      CREATE UNIQUE INDEX ON item (lower(code)) WHERE active;
      CREATE TEMP TABLE part (code text, item integer, amount integer);
      CREATE TEMP TABLE shelf (code text, place text, room integer);
      INSERT INTO item (code, amount) VALUES ('a', 1), ('b', 2), ('c', 3);
      INSERT INTO part VALUES ('a', 1, 10), ('a', 1, 20), ('b', 2, 5), ('z', 9, 9);
      INSERT INTO shelf VALUES ('a', 'left', 1), ('b', 'right', 2);
      """;

  private static final NamedTable ITEM = table("item");
  private static final ColumnReference<Integer> ID = ITEM.c("id", SqlTypes.INTEGER);
  private static final ColumnReference<String> CODE = ITEM.c("code", SqlTypes.TEXT);
  private static final ColumnReference<Integer> AMOUNT = ITEM.c("amount", SqlTypes.INTEGER);
  private static final ColumnReference<Boolean> ACTIVE = ITEM.c("active", SqlTypes.BOOLEAN);
  private static final NamedTable PART = table("part");
  private static final ColumnReference<String> PART_CODE = PART.c("code", SqlTypes.TEXT);
  private static final ColumnReference<Integer> PART_ITEM = PART.c("item", SqlTypes.INTEGER);
  private static final ColumnReference<Integer> PART_AMOUNT = PART.c("amount", SqlTypes.INTEGER);
  private static final NamedTable SHELF = table("shelf");
  private static final ColumnReference<String> SHELF_CODE = SHELF.c("code", SqlTypes.TEXT);
  private static final ColumnReference<Integer> ROOM = SHELF.c("room", SqlTypes.INTEGER);

  private final Engine engine;

  DmlFormsTest(TestDatabase database) {
    engine = Engine.create(database.dataSource());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @MethodSource({"inserts", "conflicts", "updates", "deletes", "merges"})
  void theServerDoesTheSame(Twin twin) {
    twin.compare(engine, SCRIPT, "item", "part");
  }

  @Test
  void keysDifferWhereverTextsDoAndHoldNoValues() {
    List<Twin> all =
        Stream.of(inserts(), conflicts(), updates(), deletes(), merges())
            .flatMap(twins -> twins)
            .collect(Collectors.toList());

    assertThat(all.stream().map(Twin::sql).distinct().count()).isEqualTo(all.size());
    assertThat(all.stream().map(twin -> Structure.of(twin.statement()).key()).distinct().count())
        .isEqualTo(all.size());
    for (Twin twin : all) {
      assertThat(Structure.of(Answer.withoutValues(twin.statement())).key())
          .isEqualTo(Structure.of(twin.statement()).key());
    }
  }

  static Stream<Twin> inserts() {
    return Stream.of(
        new Twin(
            "INSERT INTO item (id, code) OVERRIDING SYSTEM VALUE VALUES (70, 'x') RETURNING id,"
                + " code",
            "INSERT INTO item (id, code) OVERRIDING SYSTEM VALUE VALUES (?, ?) RETURNING id, code",
            insert(ITEM).set(ID, 70).set(CODE, "x").overridingSystemValue().returning(ID, CODE)),
        new Twin(
            "INSERT INTO item (id, code) OVERRIDING USER VALUE SELECT amount, 'u' FROM part"
                + " WHERE amount = 5",
            "INSERT INTO item (id, code) OVERRIDING USER VALUE SELECT part.amount, 'u' FROM part"
                + " WHERE part.amount = ?",
            insert(ITEM)
                .columns(ID, CODE)
                .overridingUserValue()
                .from(select(PART_AMOUNT, literal("u")).where(PART_AMOUNT.eq(5)))),
        new Twin(
            "INSERT INTO item (code, amount) VALUES (lower('X'), DEFAULT) RETURNING amount + 1,"
                + " upper(code), id",
            "INSERT INTO item (code, amount) VALUES (lower('X'), DEFAULT) RETURNING amount + ?,"
                + " upper(code), id",
            insert(ITEM)
                .columns(CODE, AMOUNT)
                .values(lower(literal("X")), defaultOf(AMOUNT))
                .returning(AMOUNT.plus(1), Sql.upper(CODE), ID)));
  }

  static Stream<Twin> conflicts() {
    Insert<Void> b = insert(ITEM).set(CODE, "b").set(AMOUNT, 40);
    String start = "INSERT INTO item (code, amount) VALUES ('b', 40) ON CONFLICT ";
    String ours = "INSERT INTO item (code, amount) VALUES (?, ?) ON CONFLICT ";
    return Stream.of(
        new Twin(start + "DO NOTHING", ours + "DO NOTHING", b.onConflictDoNothing()),
        new Twin(
            start + "(code) DO NOTHING", ours + "(code) DO NOTHING", b.onConflictDoNothing(CODE)),
        new Twin(
            start
                + "ON CONSTRAINT uq_code DO UPDATE SET amount = item.amount + excluded.amount"
                + " RETURNING item.amount",
            ours
                + "ON CONSTRAINT uq_code DO UPDATE SET amount = item.amount + EXCLUDED.amount"
                + " RETURNING amount",
            b.onConflictOnConstraint("uq_code")
                .doUpdate(set(AMOUNT, AMOUNT.plus(excluded(AMOUNT))))
                .returning(AMOUNT)),
        new Twin(
            start + "(lower(code)) WHERE active DO UPDATE SET amount = 0",
            ours + "(lower(code)) WHERE active DO UPDATE SET amount = ?",
            b.onConflict(lower(CODE)).indexWhere(Sql.isTrue(ACTIVE)).doUpdate(set(AMOUNT, 0))),
        new Twin(
            start
                + "(code) DO UPDATE SET (amount, active) = (excluded.amount, NOT item.active)"
                + " WHERE item.amount < excluded.amount",
            ours
                + "(code) DO UPDATE SET (amount, active) = (EXCLUDED.amount, NOT item.active)"
                + " WHERE item.amount < EXCLUDED.amount",
            b.onConflict(CODE)
                .updateWhere(AMOUNT.lt(excluded(AMOUNT)))
                .doUpdate(
                    set(row(AMOUNT, ACTIVE), row(excluded(AMOUNT), Sql.isTrue(ACTIVE).not())))),
        new Twin(
            "INSERT INTO item (code) VALUES ('c') ON CONFLICT (code) DO UPDATE SET amount ="
                + " DEFAULT",
            "INSERT INTO item (code) VALUES (?) ON CONFLICT (code) DO UPDATE SET amount = DEFAULT",
            insert(ITEM).set(CODE, "c").onConflict(CODE).doUpdate(set(AMOUNT, defaultOf(AMOUNT)))));
  }

  static Stream<Twin> updates() {
    NamedTable other = ITEM.as("other");
    return Stream.of(
        new Twin(
            "UPDATE item SET amount = part.amount FROM part WHERE part.item = item.id"
                + " AND part.code = 'b' RETURNING item.id, part.amount",
            "UPDATE item SET amount = part.amount FROM part WHERE part.item = item.id"
                + " AND part.code = ? RETURNING item.id, part.amount",
            update(ITEM)
                .set(AMOUNT, PART_AMOUNT)
                .from(PART)
                .where(PART_ITEM.eq(ID), PART_CODE.eq("b"))
                .returning(ID, PART_AMOUNT)),
        new Twin(
            "UPDATE item SET amount = shelf.room FROM part JOIN shelf ON shelf.code = part.code"
                + " WHERE part.item = item.id",
            "UPDATE item SET amount = shelf.room FROM part JOIN shelf ON shelf.code = part.code"
                + " WHERE part.item = item.id",
            update(ITEM)
                .set(AMOUNT, ROOM)
                .from(PART)
                .join(SHELF, SHELF_CODE.eq(PART_CODE))
                .where(PART_ITEM.eq(ID))),
        new Twin(
            "UPDATE item SET (amount, code) = (SELECT max(amount), 'n' || item.code FROM part"
                + " WHERE part.item = item.id) WHERE id < 3",
            "UPDATE item SET (amount, code) = (SELECT max(part.amount), 'n' || item.code FROM part"
                + " WHERE part.item = item.id) WHERE id < ?",
            update(ITEM)
                .set(
                    set(
                        row(AMOUNT, CODE),
                        select(max(PART_AMOUNT), literal("n").concat(CODE))
                            .from(PART)
                            .where(PART_ITEM.eq(ID))))
                .where(ID.lt(3))),
        new Twin(
            "UPDATE item AS other SET amount = other.amount + 1, code = other.code || other.amount"
                + " WHERE other.id = 1",
            "UPDATE item AS other SET amount = other.amount + ?, code = other.code"
                + " || CAST(other.amount AS text) WHERE other.id = ?",
            update(other)
                .set(AMOUNT.withSource(other), AMOUNT.withSource(other).plus(1))
                .set(
                    CODE.withSource(other),
                    CODE.withSource(other).concat(AMOUNT.withSource(other).cast(SqlTypes.TEXT)))
                .where(ID.withSource(other).eq(1))),
        new Twin(
            "UPDATE item SET amount = DEFAULT WHERE (id, code) IN ((1, 'a'), (2, 'x'))",
            "UPDATE item SET amount = DEFAULT WHERE (id, code) IN (SELECT * FROM unnest(?, ?))",
            update(ITEM)
                .set(AMOUNT, defaultOf(AMOUNT))
                .where(row(ID, CODE).in(new Row2<>(1, "a"), new Row2<>(2, "x")))));
  }

  static Stream<Twin> deletes() {
    return Stream.of(
        new Twin(
            "DELETE FROM item USING part WHERE part.item = item.id AND part.amount > 10"
                + " RETURNING item.id, part.amount",
            "DELETE FROM item USING part WHERE part.item = item.id AND part.amount > ?"
                + " RETURNING item.id, part.amount",
            delete(ITEM)
                .using(PART)
                .where(PART_ITEM.eq(ID), PART_AMOUNT.gt(10))
                .returning(ID, PART_AMOUNT)),
        new Twin(
            "DELETE FROM item USING part LEFT JOIN shelf ON shelf.code = part.code"
                + " WHERE part.item = item.id AND shelf.room = 2",
            "DELETE FROM item USING part LEFT JOIN shelf ON shelf.code = part.code"
                + " WHERE part.item = item.id AND shelf.room = ?",
            delete(ITEM)
                .using(PART)
                .leftJoin(SHELF, SHELF_CODE.eq(PART_CODE))
                .where(PART_ITEM.eq(ID), ROOM.eq(2))));
  }

  static Stream<Twin> merges() {
    String using = "MERGE INTO item USING part ON item.id = part.item AND part.amount < 20";
    String ours = "MERGE INTO item USING part ON item.id = part.item AND part.amount < ?";
    Merge<Void> merge = merge(ITEM).using(PART, ID.eq(PART_ITEM).and(PART_AMOUNT.lt(20)));
    return Stream.of(
        new Twin(
                using
                    + " WHEN MATCHED AND item.code = 'b' THEN DELETE"
                    + " WHEN MATCHED THEN UPDATE SET amount = item.amount + part.amount"
                    + " WHEN NOT MATCHED AND part.code = 'z' THEN INSERT (code, amount)"
                    + " VALUES (part.code, part.amount)"
                    + " WHEN NOT MATCHED THEN DO NOTHING",
                ours
                    + " WHEN MATCHED AND item.code = ? THEN DELETE"
                    + " WHEN MATCHED THEN UPDATE SET amount = item.amount + part.amount"
                    + " WHEN NOT MATCHED AND part.code = ? THEN INSERT (code, amount)"
                    + " VALUES (part.code, part.amount)"
                    + " WHEN NOT MATCHED THEN DO NOTHING",
                merge
                    .whenMatched(CODE.eq("b"))
                    .delete()
                    .whenMatched()
                    .update(set(AMOUNT, AMOUNT.plus(PART_AMOUNT)))
                    .whenNotMatched(PART_CODE.eq("z"))
                    .insert(set(CODE, PART_CODE), set(AMOUNT, PART_AMOUNT))
                    .whenNotMatched()
                    .doNothing())
            .since(15),
        new Twin(
                "MERGE INTO item USING (SELECT code, count(*) AS n FROM part GROUP BY code) AS s"
                    + " ON item.code = s.code WHEN MATCHED THEN UPDATE SET amount = s.n"
                    + " WHEN NOT MATCHED THEN INSERT DEFAULT VALUES",
                "MERGE INTO item USING (SELECT part.code, count(*) AS n FROM part"
                    + " GROUP BY part.code) AS s ON item.code = s.code"
                    + " WHEN MATCHED THEN UPDATE SET amount = CAST(s.n AS integer)"
                    + " WHEN NOT MATCHED THEN INSERT DEFAULT VALUES",
                derivedMerge())
            .since(15),
        new Twin(
                using
                    + " WHEN NOT MATCHED BY SOURCE AND item.amount > 2 THEN UPDATE SET active ="
                    + " false WHEN MATCHED THEN DO NOTHING RETURNING merge_action(), item.id",
                ours
                    + " WHEN NOT MATCHED BY SOURCE AND item.amount > ?"
                    + " THEN UPDATE SET active = FALSE"
                    + " WHEN MATCHED THEN DO NOTHING RETURNING merge_action(), item.id",
                merge
                    .whenNotMatchedBySource(AMOUNT.gt(2))
                    .update(set(ACTIVE, literal(false)))
                    .whenMatched()
                    .doNothing()
                    .returning(function("merge_action", SqlTypes.TEXT), ID))
            .since(17));
  }

  private static Merge<Void> derivedMerge() {
    DerivedTable<?> sums = select(PART_CODE, count().as("n")).groupBy(PART_CODE).as("s");
    return merge(ITEM)
        .using(sums, CODE.eq(sums.c("code", SqlTypes.TEXT)))
        .whenMatched()
        .update(set(AMOUNT, sums.c("n", SqlTypes.BIGINT).cast(SqlTypes.INTEGER)))
        .whenNotMatched()
        .insert();
  }

  @Test
  void aConditionThatIsAlwaysTrueIsNone() {
    assertThatThrownBy(() -> Shop.sql(delete(ITEM).where(always())))
        .hasMessageContaining("ORM-SQL-UNSAFE-STATEMENT");
    assertThatThrownBy(() -> Shop.sql(update(ITEM).set(AMOUNT, 1).where(Sql.and())))
        .hasMessageContaining("ORM-SQL-UNSAFE-STATEMENT");
    assertThat(Shop.sql(delete(ITEM).where(condition("true")))).endsWith("WHERE true");
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertThatThrownBy(() -> update(ITEM).join(PART, PART_ITEM.eq(ID)))
        .hasMessageContaining("from(…) or using(…) first");
    assertThatThrownBy(() -> insert(ITEM).onConflict().doUpdate(set(AMOUNT, 1)))
        .hasMessageContaining("no unique key");
    assertThatThrownBy(() -> set(row(AMOUNT, CODE.concat("x")), row(AMOUNT, CODE)))
        .hasMessageContaining("cannot build an assignment to a row");
    assertThatThrownBy(() -> Shop.sql(merge(ITEM).using(PART, ID.eq(PART_ITEM))))
        .hasMessageContaining("nothing to do with any row");
    assertThatThrownBy(() -> Shop.sql(update(ITEM).set(AMOUNT, PART_AMOUNT).all()))
        .hasMessageContaining("ORM-SQL-FOREIGN-COLUMN");
  }
}
