package org.aludel.orm.composed;

import jakarta.persistence.Column;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Composed of a composed annotation and one more. */
@Retention(RetentionPolicy.RUNTIME)
@ServerTime
public @interface Arrival {
  @Column(name = "arrived_at", updatable = false)
  String column() default "";
}
