package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The type of a column as SQL writes it, where the one that follows from the Java class is not
 * wanted: {@code text}, {@code citext}, {@code jsonb} on a String, {@code numeric(12,3)} on a
 * BigDecimal.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface SqlType {
  /** The DDL name with its parameters, in PostgreSQL's short spelling. */
  String value();
}
