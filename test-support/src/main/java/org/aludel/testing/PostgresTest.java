package org.aludel.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a real PostgreSQL: constructors and methods may have a {@link TestDatabase}
 * parameter.
 *
 * <pre>{@code
 * @PostgresTest
 * final class InsertTest {
 *   @Test void findsTheRow(TestDatabase database) { ... }
 * }
 * }</pre>
 *
 * One server runs for all classes of a JVM: in a container where Docker answers, else embedded. The
 * database is new for each class, shared by its tests (nested classes too) and dropped afterwards.
 * Safe for parallel tests. The system property {@code aludel.server}, a major version, takes the
 * place of whatever server the class asks for.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresExtension.class)
public @interface PostgresTest {
  /** A new database for each test method instead of one for the class. */
  boolean perMethod() default false;

  /**
   * The embedded server of the old major version that the machines' {@code pg_dump} can read,
   * instead of the newest.
   */
  boolean judge() default false;

  /** The embedded server of that major version instead of the newest; 0 for none. */
  int version() default 0;
}
