package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores an enum as an enum type of the database. The labels are the names of the constants, in
 * their order; the type is part of the schema and of its migrations.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface PgEnum {
  /** The name of the type; empty for the snake case of the class name. */
  String name() default "";

  /** Its schema; empty for the schema of the table. */
  String schema() default "";
}
