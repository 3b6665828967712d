package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a table, column, enum type or label had before: on a mapped class, an attribute, an
 * enum that {@code @PgEnum} stores, or a constant of it. Acts in autogenerate only, and only while
 * the old name exists in the database and the new one does not: then it is a rename instead of a
 * drop and an add.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface RenamedFrom {
  /** The old name, exact and unquoted. */
  String value();
}
