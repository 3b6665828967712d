package org.aludel.orm.composed;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The key of every table. */
@Retention(RetentionPolicy.RUNTIME)
public @interface NumberedKey {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  String column() default "";
}
