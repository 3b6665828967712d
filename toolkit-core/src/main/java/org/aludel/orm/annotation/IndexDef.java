package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index with what {@code jakarta.persistence.Index} cannot say. On an attribute without {@code
 * columns} and {@code keys} it indexes the attribute's column.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
@Repeatable(IndexDef.List.class)
public @interface IndexDef {
  /** The name; empty to let the naming convention give one. */
  String name() default "";

  /** Column names in order, ascending; instead of {@link #keys()}. */
  String[] columns() default {};

  /** Keys with expressions, directions or operator classes; instead of {@link #columns()}. */
  Key[] keys() default {};

  boolean unique() default false;

  /** The index method: btree, hash, gist, gin, spgist, brin or one of an extension. */
  String using() default "btree";

  /** Payload column names. */
  String[] include() default {};

  /** The SQL predicate of a partial index, without outer parentheses; empty for none. */
  String where() default "";

  /** Whether a unique index treats nulls as equal; PostgreSQL 15 or newer. */
  boolean nullsNotDistinct() default false;

  /** Storage parameters such as {@code fillfactor=70}. */
  String[] with() default {};

  /** A comment on the index; empty for none. */
  String comment() default "";

  /** One key of an index: a column or an expression, exactly one of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({})
  @interface Key {
    /** The column's name. */
    String column() default "";

    /** A SQL expression without outer parentheses. */
    String expression() default "";

    /** The collation as written in SQL; empty for the column's own. */
    String collation() default "";

    /** The operator class with its parameters as written in SQL; empty for the default. */
    String opclass() default "";

    boolean descending() default false;

    /** Where nulls are sorted; as the direction says by default: last, or first when descending. */
    Nulls nulls() default Nulls.BY_DIRECTION;
  }

  /** Where nulls are sorted. */
  enum Nulls {
    BY_DIRECTION,
    FIRST,
    LAST
  }

  /** Several indexes of one class or attribute. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.FIELD})
  @interface List {
    IndexDef[] value();
  }
}
