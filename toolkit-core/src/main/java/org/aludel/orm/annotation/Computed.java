package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A generated column: the server computes it from other columns of the row; it is never written and
 * is read back after each INSERT and UPDATE.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Computed {
  /** The SQL expression over columns, without outer parentheses. */
  String value();

  /** False for a virtual column, computed when read; PostgreSQL 18 or newer. */
  boolean stored() default true;
}
