package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The numbers of an identity column; stands beside {@code @GeneratedValue(strategy = IDENTITY)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface IdentityOptions {
  /** Whether the server refuses values that the application gives. */
  boolean always() default false;

  /** The first value. */
  long start() default 1;

  /** The step, not 0. */
  long increment() default 1;

  /** The least value; {@code Long.MIN_VALUE} for the column type's own. */
  long minimum() default Long.MIN_VALUE;

  /** The greatest value; {@code Long.MAX_VALUE} for the column type's own. */
  long maximum() default Long.MAX_VALUE;

  /** Values that a database session takes at once. */
  long cache() default 1;

  /** Whether it starts again at its end. */
  boolean cycle() default false;
}
