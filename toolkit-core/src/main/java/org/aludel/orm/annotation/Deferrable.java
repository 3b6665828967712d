package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the foreign key of a many-to-one attribute, or the unique constraint of
 * {@code @Column(unique = true)}, deferrable: checked at the end of the transaction when asked for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Deferrable {
  /** Whether it is checked at the end of the transaction unless asked otherwise. */
  boolean initiallyDeferred() default false;
}
