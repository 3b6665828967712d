package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aludel.type.UserType;

/**
 * A type of one's own: on an attribute for that one, on a class for each attribute of the class
 * that says nothing else.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface StoredAs {
  /** A class with a constructor without arguments that gives the type. */
  Class<? extends UserType<?>> value();
}
