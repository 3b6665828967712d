package org.aludel.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aludel.orm.mapping.DeclarativeBase;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a real PostgreSQL with the application's schema, and undoes after each test
 * what the test did.
 *
 * <pre>{@code
 * @OrmTest(Base.class)
 * final class OrdersTest {
 *   @Test void anOrderIsKept(Session session) { ... }
 *   @Test void theServiceCommits(SessionFactory sessions, StatementWatch watch) { ... }
 * }
 * }</pre>
 *
 * Constructors, life-cycle methods and tests may have parameters of {@link
 * org.aludel.engine.Engine}, {@link org.aludel.orm.session.SessionFactory}, {@link
 * org.aludel.orm.session.Session}, {@link StatementWatch}, {@link SchemaAtHead}, {@link
 * org.aludel.orm.mapping.Registry} and {@link org.aludel.testing.TestDatabase}. All of one test
 * work on the same database; those of {@code @BeforeAll} work on the database of the class, and
 * what they commit is there for each of its tests.
 *
 * <p>One server runs for all classes of a JVM: in a container where Docker answers, else embedded.
 * The schema is made once for each set of classes and revisions, in a database from which that of
 * each class is copied. Safe for tests that run in parallel.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OrmExtension.class)
public @interface OrmTest {
  /** The declarative base of the application; none for all entities of the class path's indexes. */
  Class<? extends DeclarativeBase>[] value() default {};

  /** How the tests of the class are kept apart. */
  Isolation isolation() default Isolation.TRANSACTION;

  /** Where the schema comes from. */
  Schema schema() default Schema.HEAD;

  /** The name in {@code aludel.yaml} where the application has several databases. */
  String database() default "";

  /** How tests are kept apart. */
  enum Isolation {
    /**
     * All connections of a test are one connection, in a transaction that is rolled back at its
     * end; a commit of the code under test is the release of a savepoint. Fast, and enough for all
     * but two transactions at once, isolation levels, and statements that refuse a transaction.
     * Values that sequences gave out are not taken back.
     */
    TRANSACTION,
    /** Each test has a database of its own, copied from the class's, with real transactions. */
    DATABASE
  }

  /** Where a schema comes from. */
  enum Schema {
    /** The revisions of the class path, all of them; where there are none, the mapped classes. */
    HEAD,
    /** The mapped classes, whatever revisions there are: for a model that is being changed. */
    MODEL
  }
}
