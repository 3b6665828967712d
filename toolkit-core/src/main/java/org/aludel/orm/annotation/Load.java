package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a relationship is loaded, unless the options of a statement say otherwise. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Load {
  Strategy value();

  /** The ways to load a relationship. */
  enum Strategy {
    /** On first use, for the objects of the same result together; the default. */
    LAZY,
    /** On first use, for one object alone. */
    LAZY_EACH,
    /** With a second SELECT right after the first, by keys. */
    SELECT_IN,
    /** As the first use would load it, right after the first SELECT. */
    IMMEDIATE,
    /** With a second SELECT whose condition repeats the first. */
    SUBQUERY,
    /** With the first SELECT, by a join. */
    JOINED,
    /** Never by itself: using it before it is loaded is an error. */
    RAISE
  }
}
