package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entity whose rows come from a view, plain or materialized, that {@code @Table} names. Sessions
 * read its objects and refuse to add, change or delete them. Migrations take the view from SQL, not
 * from this class; foreign keys to it have no constraint. Its {@code @Id} is what tells one row
 * from another.
 *
 * <p>For a hierarchy it stands on the root.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface View {}
