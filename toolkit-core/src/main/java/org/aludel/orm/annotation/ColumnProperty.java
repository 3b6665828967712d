package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute that is an SQL expression: it is read with the row, may be asked for, ordered by and
 * selected as an attribute in a column, and is never written. Its expression is what the {@link
 * Hybrid} method of its name gives:
 *
 * <pre>{@code
 * @ColumnProperty private long workCount;
 *
 * public long getWorkCount() {
 *   return workCount;
 * }
 *
 * @Hybrid
 * static Expression<Long> workCount(ComposerT composer) {
 *   WorkT work = WorkT.WORK.as("counted");
 *   return scalar(select(count()).from(work).where(work.composer.id.eq(composer.id)));
 * }
 * }</pre>
 *
 * <p>It has the value of the moment at which the row was read; a new object has it once its row is
 * read again. An UPDATE, a DELETE and what they return use the hybrid instead. An expression that
 * is costly is read on its first use with {@link Deferred}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ColumnProperty {}
