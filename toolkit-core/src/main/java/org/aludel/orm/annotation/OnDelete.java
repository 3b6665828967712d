package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the database does with this row when the row that a many-to-one attribute refers to is
 * deleted. The session does not imitate it; it only orders its own statements by the foreign key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface OnDelete {
  ForeignKeyAction value();

  /**
   * The columns of a composite key that {@code SET_NULL} or {@code SET_DEFAULT} changes; empty for
   * all. PostgreSQL 15 or newer.
   */
  String[] columns() default {};
}
