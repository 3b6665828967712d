package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default that the server gives a column. An attribute that is null in Java is left out of the
 * INSERT and read back; primitives cannot be null, so their default serves other writers only.
 *
 * <p>Exactly one of {@code sql} and {@code literal} is given.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface ServerDefault {
  /** A SQL expression, such as {@code now()}, without outer parentheses. */
  String sql() default "";

  /**
   * One value as text, such as {@code 0}, {@code true} or {@code it's new}; quoted as the column's
   * type needs it.
   */
  String literal() default "";
}
