package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute whose column is read on its first use and not with the row, as with
 * {@code @Basic(fetch = LAZY)}. A statement may say otherwise: {@code undefer(…)}.
 *
 * <p>The class needs a lazy subclass: private fields, no final methods, a constructor that a
 * subclass can call.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Deferred {
  /** The name by which {@code undeferGroup} speaks of several attributes; empty for none. */
  String group() default "";
}
