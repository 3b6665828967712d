package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A collection by the rows of a table or view that others write: on {@code @ManyToMany} or
 * {@code @OneToMany}, whose {@code @JoinTable} names it. It is read, asked and joined like any
 * other. A flush that finds an element added or removed refuses it, deletions leave its rows alone,
 * and the table is none of the model, so that an entity may be mapped to it too. A pair must stand
 * there once.
 *
 * <p>A view between two tables can pair their rows by any condition. As SQLAlchemy: {@code
 * viewonly}, with a {@code secondary}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface ViewOnly {}
