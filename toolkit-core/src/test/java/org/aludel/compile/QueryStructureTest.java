package org.aludel.compile;

import static org.aludel.sql.Shop.ADDRESS;
import static org.aludel.sql.Shop.ADDRESS_USER;
import static org.aludel.sql.Shop.USER;
import static org.aludel.sql.Shop.USER_AGE;
import static org.aludel.sql.Shop.USER_ID;
import static org.aludel.sql.Shop.USER_NAME;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.columnOf;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.cube;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.distinctGroups;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.function;
import static org.aludel.sql.Sql.group;
import static org.aludel.sql.Sql.groupingSets;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.joined;
import static org.aludel.sql.Sql.only;
import static org.aludel.sql.Sql.part;
import static org.aludel.sql.Sql.recordsOf;
import static org.aludel.sql.Sql.recursive;
import static org.aludel.sql.Sql.recursiveDistinct;
import static org.aludel.sql.Sql.rollup;
import static org.aludel.sql.Sql.rowsFrom;
import static org.aludel.sql.Sql.sample;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.series;
import static org.aludel.sql.Sql.tableOf;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.value;
import static org.aludel.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.Expression;
import org.aludel.sql.Join;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Query;
import org.aludel.sql.Rewriter;
import org.aludel.sql.RowLock;
import org.aludel.sql.Select;
import org.aludel.sql.Shop;
import org.aludel.sql.Statement;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** For each part of a query: other structures have other keys, other values have not. */
final class QueryStructureTest {
  private static final ColumnReference<Integer> N = column("n", SqlTypes.INTEGER);
  private static final ColumnReference<Integer> M = column("m", SqlTypes.INTEGER);
  private static final NamedTable OTHER = USER.as("o");

  /** Statements of which no two have the same text; each takes a value. */
  private static final List<IntFunction<Statement<?>>> STATEMENTS = new ArrayList<>();

  static {
    sources();
    joins();
    clauses();
    named();
    combined();
    functions();
  }

  private static void add(IntFunction<Statement<?>> statement) {
    STATEMENTS.add(statement);
  }

  private static Select<Long> inner(int value) {
    return select(USER_ID).where(USER_AGE.eq(value));
  }

  private static void sources() {
    add(QueryStructureTest::inner);
    add(value -> select(inner(value).as("a")));
    add(value -> select(inner(value).as("b")));
    add(value -> select(inner(value).as("a", "key")));
    add(value -> select(inner(value).lateral("a")));
    add(value -> inner(value).from(only(USER)));
    add(value -> inner(value).from(sample(USER).bernoulli(value)));
    add(value -> inner(value).from(sample(USER).system(value)));
    add(value -> inner(value).from(sample(USER).system(value).repeatable(value)));
    add(value -> select(values(N).row(value).as("v")));
    add(value -> select(values(N).row(value).row(value).as("v")));
    add(value -> select(values(M).row(value).as("v")));
    add(value -> select(text("SELECT :n + :n AS n").bind("n", value).columns(N).as("t")));
    add(value -> select(text("SELECT :n AS n").bind("n", value).columns(N).as("t")));
    add(value -> select(count()).from(USER, OTHER).where(USER_AGE.eq(value)));
    add(value -> select(count()).from(joined(USER).crossJoin(OTHER)).where(USER_AGE.eq(value)));
    add(value -> select(count()).from(joined(USER).crossJoin(inner(value).as("i")).as("j")));
    add(value -> select(count()).from(joined(USER).crossJoin(inner(value).as("i")).as("j", "k")));
    add(value -> outer(select(count()).from(USER, OTHER), value));
    add(value -> outer(select(count()).from(USER, OTHER).correlate(USER), value));
    add(value -> outer(select(count()).from(USER, OTHER).correlateExcept(USER), value));
  }

  private static Statement<?> outer(Select<Long> inside, int value) {
    return select(USER_NAME)
        .from(USER, OTHER)
        .where(exists(inside.where(OTHER.column(USER_AGE).eq(value))));
  }

  private static void joins() {
    for (Join.Kind kind : Join.Kind.values()) {
      Join.Match on = new Join.Match(USER_ID.eq(OTHER.column(USER_ID)), null);
      Join.Match match = kind == Join.Kind.CROSS ? Join.Match.INFERRED : on;
      add(value -> inner(value).join(new Join(kind, OTHER, match, null)));
    }
    add(value -> select(count()).from(USER).joinUsing(Join.Kind.INNER, OTHER, "id").limit(value));
    add(
        value ->
            select(count())
                .from(USER)
                .joinUsing(Join.Kind.INNER, OTHER, "id", "name")
                .limit(value));
    add(value -> select(count()).from(USER).naturalJoin(Join.Kind.LEFT, OTHER).limit(value));
    add(value -> select(count()).from(USER, OTHER).joinFrom(USER, ADDRESS).limit(value));
    add(value -> select(count()).from(USER, OTHER).joinFrom(OTHER, ADDRESS).limit(value));
  }

  private static void clauses() {
    add(value -> inner(value).distinctOn(USER_AGE));
    add(value -> inner(value).distinctOn(USER_AGE, USER_NAME));
    add(value -> inner(value).distinct());
    add(value -> inner(value).orderBy(USER_ID).limit(value));
    add(value -> inner(value).orderBy(USER_ID).fetchWithTies(value));
    add(value -> inner(value).groupBy(rollup(USER_ID, USER_AGE)));
    add(value -> inner(value).groupBy(cube(USER_ID, USER_AGE)));
    add(value -> inner(value).groupBy(groupingSets(USER_ID, USER_AGE)));
    add(value -> inner(value).groupBy(groupingSets(group(USER_ID, USER_AGE))));
    add(value -> inner(value).groupBy(groupingSets(group(USER_ID), group(USER_AGE))));
    add(value -> inner(value).groupBy(distinctGroups(rollup(USER_ID), cube(USER_AGE))));
    add(value -> inner(value).lock(RowLock.forShare()));
    add(value -> inner(value).lock(RowLock.forShare().of(USER)));
    add(value -> inner(value).lock(RowLock.forShare().noWait()));
    add(value -> inner(value).lock(RowLock.forShare()).lock(RowLock.forKeyShare()));
    add(value -> inner(value).hint("/*+ x */"));
    add(value -> inner(value).prefix("ALL"));
    add(value -> inner(value).suffix("FOR UPDATE OF user_account"));
  }

  private static void named() {
    add(value -> select(inner(value).cte("a")));
    add(value -> select(inner(value).cte("b")));
    add(value -> select(inner(value).cte("a", "key")));
    add(value -> select(inner(value).cte("a").as("x")));
    add(value -> select(inner(value).cte("a").materialized()));
    add(value -> select(inner(value).cte("a").notMaterialized()));
    add(value -> twice(inner(value).cte("a")));
    add(value -> inner(value).with(inner(value).cte("a")));
    add(value -> inner(value).with(inner(value).cte("a"), inner(value).cte("c")));
    add(value -> inner(value).with(delete(USER).where(USER_AGE.eq(value)).cte("a")));
    add(value -> select(inner(value).with(inner(value).cte("a")).as("s")));
    add(value -> select(steps(value)));
    add(value -> select(steps(value).searchDepthFirst("o", N)));
    add(value -> select(steps(value).searchBreadthFirst("o", N)));
    add(value -> select(steps(value).cycle("o", "p", N)));
    add(
        value ->
            select(
                recursiveDistinct(
                    "r", values(N).row(value), self -> select(self.column(N).plus(value)))));
    add(value -> insert(USER).columns(USER_ID).from(select(inner(value).cte("a"))));
    add(value -> insert(USER).columns(USER_ID).from(inner(value).union(inner(value))));
  }

  private static Cte<Integer> steps(int value) {
    return recursive("r", values(N).row(value), self -> select(self.column(N).plus(value)));
  }

  private static Statement<?> twice(Cte<Long> cte) {
    return select(cte).crossJoin(cte.as("x"));
  }

  private static void combined() {
    Query<Long> other = select(ADDRESS_USER);
    add(value -> inner(value).union(other));
    add(value -> inner(value).unionAll(other));
    add(value -> inner(value).intersect(other));
    add(value -> inner(value).intersectAll(other));
    add(value -> inner(value).except(other));
    add(value -> inner(value).exceptAll(other));
    add(value -> inner(value).union(other).union(other));
    add(value -> inner(value).union(other.union(other)));
    add(value -> inner(value).union(other).limit(value));
    add(value -> inner(value).limit(value).union(other));
    add(value -> inner(value).union(other).orderBy(USER_ID.desc()));
    add(value -> values(N).row(value));
    add(value -> values(N, M).row(value, value));
    add(value -> values(N).row(value).orderBy(N));
    add(value -> values(N).row(value).offset(value));
  }

  private static void functions() {
    ColumnReference<Long> nr = column("nr", SqlTypes.BIGINT);
    add(value -> select(series(value(value), value(value), "s")));
    add(value -> select(series(value(value), value(value), "t")));
    add(value -> select(series(value(value), value(value), "s").withOrdinality(nr)));
    add(value -> select(columnOf(function("abs", SqlTypes.INTEGER, value(value)), "s")));
    add(value -> select(tableOf(call(value), "f", N)));
    add(value -> select(tableOf(call(value), "f", N, M)));
    add(value -> select(recordsOf(call(value), "f", N)));
    add(value -> select(recordsOf(call(value), "f", column("n", SqlTypes.TEXT))));
    add(value -> select(rowsFrom("f", List.of(N, M), part(call(value)), part(call(value)))));
    add(value -> select(rowsFrom("f", List.of(N, M), part(call(value), N), part(call(value)))));
  }

  private static Expression<Integer> call(int value) {
    return function("f", SqlTypes.INTEGER, value(value));
  }

  @Test
  void tellsEverythingApartThatChangesTheText() {
    Set<Structure.Key> keys = new HashSet<>();
    Set<String> texts = new HashSet<>();

    STATEMENTS.forEach(one -> texts.add(Shop.sql(one.apply(1))));
    STATEMENTS.forEach(one -> keys.add(key(one.apply(1))));

    assertThat(texts).hasSize(STATEMENTS.size());
    assertThat(keys).hasSize(STATEMENTS.size());
  }

  @Test
  void ignoresValues() {
    for (IntFunction<Statement<?>> one : STATEMENTS) {
      assertThat(key(one.apply(1))).isEqualTo(key(one.apply(2)));
      assertThat(Structure.of(one.apply(7)).values())
          .as(Shop.sql(one.apply(7)))
          .isNotEqualTo(Structure.of(one.apply(8)).values());
    }
  }

  @Test
  void hasAValueForEachQuestionMark() {
    for (IntFunction<Statement<?>> one : STATEMENTS) {
      CompiledStatement compiled = Shop.compile(one.apply(1));

      assertThat(compiled.slots())
          .as(compiled.sql())
          .hasSize((int) compiled.sql().chars().filter(letter -> letter == '?').count());
    }
  }

  @Test
  void rewritesNothingIntoTheSame() {
    for (IntFunction<Statement<?>> one : STATEMENTS) {
      Statement<?> statement = one.apply(1);
      Statement<?> rewritten = statement.accept(new Rewriter() {});

      assertThat(rewritten).isEqualTo(statement);
      assertThat(key(rewritten)).isEqualTo(key(statement));
    }
  }

  @Test
  void tellsANamedQueryThatIsSharedFromTwoOfEqualNames() {
    Cte<Long> shared = inner(1).cte("a");
    Statement<?> once = select(shared).crossJoin(shared.as("x"));

    assertThat(Structure.of(once).values()).containsExactly(1);
    assertThat(Shop.compile(once).slots()).hasSize(1);
  }

  private static Structure.Key key(Statement<?> statement) {
    return Structure.of(statement).key();
  }
}
