package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores an object as JSON: of any class, or a List, Set or Map of one, written by the {@code
 * JsonFormat} that the application provides as a service, else by Jackson.
 *
 * <p>Java's null is SQL's NULL. JSON's null is a value: a class that has an object for it, such as
 * {@code JsonNode}, reads it, and any other refuses it with {@code NOT_REPRESENTABLE}. An object
 * that was changed inside is found at the flush, by comparing its canonical text.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Json {
  /** Whether the column is {@code jsonb}; else {@code json}, which keeps the text as written. */
  boolean binary() default true;
}
