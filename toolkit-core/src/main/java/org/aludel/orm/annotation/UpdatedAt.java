package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The moment at which a row was last written: the session sets it at each INSERT, and at each
 * UPDATE that another attribute makes necessary. One that the application set since is kept.
 *
 * <p>On an attribute of {@code Instant}, {@code OffsetDateTime}, {@code LocalDateTime} or {@code
 * LocalDate}. All rows of a flush have one moment, of the clock of the sessions. Rows that other
 * programs or statements write do not get it; {@code @ServerDefault(sql = "now()")} beside it
 * serves their INSERT.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface UpdatedAt {}
