package org.aludel.engine;

import static org.aludel.sql.Sql.select;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aludel.benchmarks.Person;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.sql.ColumnReference;
import org.aludel.type.SqlTypes;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One query of six predicates with order and paging, from nothing to a text with its values, no
 * server: by hand, here, and by the builders of others. Hibernate's is without the text, which it
 * makes only when the query runs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueryBenchmark {
  private static final Table PERSON = table();
  private static final ColumnReference<Long> ID = PERSON.c("id", SqlTypes.BIGINT);
  private static final ColumnReference<String> NAME = PERSON.c("name", SqlTypes.TEXT);
  private static final ColumnReference<String> EMAIL = PERSON.c("email", SqlTypes.TEXT);
  private static final ColumnReference<Integer> AGE = PERSON.c("age", SqlTypes.INTEGER);
  private static final ColumnReference<String> CITY = PERSON.c("city", SqlTypes.TEXT);

  private static final org.jooq.Table<?> J_PERSON = DSL.table(DSL.name("person"));
  private static final Field<Long> J_ID = DSL.field(DSL.name("person", "id"), Long.class);
  private static final Field<String> J_NAME = DSL.field(DSL.name("person", "name"), String.class);
  private static final Field<String> J_EMAIL = DSL.field(DSL.name("person", "email"), String.class);
  private static final Field<Integer> J_AGE = DSL.field(DSL.name("person", "age"), Integer.class);
  private static final Field<String> J_CITY = DSL.field(DSL.name("person", "city"), String.class);

  private final DSLContext jooq = DSL.using(SQLDialect.POSTGRES);
  private Calls calls = new Calls(dialect(), new CompiledCache(500), CartesianPolicy.WARN);
  private SessionFactory hibernate = factory();
  private StatelessSession session = hibernate.openStatelessSession();
  private int number;

  private static Dialect dialect() {
    return DialectRegistry.load().named("postgresql").orElseThrow();
  }

  private static Table table() {
    return new Table(
        QualifiedName.of("person"),
        List.of(
            Column.of("id", SqlTypes.BIGINT).notNull(),
            Column.of("name", SqlTypes.TEXT),
            Column.of("email", SqlTypes.TEXT),
            Column.of("age", SqlTypes.INTEGER),
            Column.of("city", SqlTypes.TEXT)),
        List.of(),
        List.of(),
        null);
  }

  private static SessionFactory factory() {
    return new Configuration()
        .addAnnotatedClass(Person.class)
        .setProperty("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
        .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false")
        .buildSessionFactory();
  }

  /** Begins each measurement with a warm cache, as an application has. */
  @Setup
  public void warm() {
    aludel();
  }

  /** Closes what was opened. */
  @TearDown
  public void close() {
    session.close();
    hibernate.close();
  }

  /** Ours: built, taken apart, found in the cache, values in order. */
  @Benchmark
  public Object aludel() {
    int n = number++;
    return calls.of(
        select(ID, NAME, EMAIL)
            .where(
                NAME.like("a%"),
                EMAIL.isNotNull(),
                AGE.ge(n % 90),
                AGE.lt(99),
                CITY.in("Bath", "York"),
                ID.gt((long) n))
            .orderBy(NAME, ID.desc())
            .limit(20)
            .offset(40),
        SchemaTranslation.NONE,
        () -> 18);
  }

  /** By hand: one text, one list. */
  @Benchmark
  public void byHand(Blackhole hole) {
    int n = number++;
    StringBuilder sql =
        new StringBuilder("SELECT person.id, person.name, person.email FROM person WHERE true");
    List<Object> values = new ArrayList<>();
    add(sql, values, " AND person.name LIKE ?", "a%");
    sql.append(" AND person.email IS NOT NULL");
    add(sql, values, " AND person.age >= ?", n % 90);
    add(sql, values, " AND person.age < ?", 99);
    add(sql, values, " AND person.city = ANY (?)", List.of("Bath", "York"));
    add(sql, values, " AND person.id > ?", (long) n);
    sql.append(" ORDER BY person.name, person.id DESC");
    add(sql, values, " LIMIT ?", 20);
    add(sql, values, " OFFSET ?", 40);
    hole.consume(sql.toString());
    hole.consume(values);
  }

  private static void add(StringBuilder sql, List<Object> values, String text, Object value) {
    sql.append(text);
    values.add(value);
  }

  /** JOOQ: built and rendered, values in order. */
  @Benchmark
  public void jooq(Blackhole hole) {
    int n = number++;
    Query query =
        jooq.select(J_ID, J_NAME, J_EMAIL)
            .from(J_PERSON)
            .where(
                J_NAME.like("a%"),
                J_EMAIL.isNotNull(),
                J_AGE.ge(n % 90),
                J_AGE.lt(99),
                J_CITY.in("Bath", "York"),
                J_ID.gt((long) n))
            .orderBy(J_NAME, J_ID.desc())
            .limit(20)
            .offset(40);
    hole.consume(query.getSQL());
    hole.consume(query.getBindValues());
  }

  /** Hibernate: criteria and the query made of them, without its text. */
  @Benchmark
  public Object hibernateCriteria() {
    int n = number++;
    HibernateCriteriaBuilder builder = hibernate.getCriteriaBuilder();
    JpaCriteriaQuery<Object[]> criteria = builder.createQuery(Object[].class);
    JpaRoot<Person> person = criteria.from(Person.class);
    criteria
        .select(builder.array(person.get("id"), person.get("name"), person.get("email")))
        .where(
            builder.like(person.get("name"), "a%"),
            builder.isNotNull(person.get("email")),
            builder.ge(person.<Integer>get("age"), n % 90),
            builder.lt(person.<Integer>get("age"), 99),
            person.get("city").in("Bath", "York"),
            builder.gt(person.<Long>get("id"), (long) n))
        .orderBy(builder.asc(person.get("name")), builder.desc(person.get("id")));
    return session.createQuery(criteria).setFirstResult(40).setMaxResults(20);
  }
}
