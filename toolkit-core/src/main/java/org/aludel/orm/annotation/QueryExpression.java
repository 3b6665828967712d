package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute that a statement fills, by an SQL expression of its own:
 *
 * <pre>{@code
 * @QueryExpression private @Nullable Double rank;
 * }</pre>
 *
 * <pre>{@code
 * select(WORK).options(withExpression(WORK.rank, similarity(WORK.title, "trio")))
 * }</pre>
 *
 * <p>Statements without that option leave it null, or zero where it is primitive; its use never
 * sends SQL. No table has a column for it, nothing writes it, and a change of it in memory is no
 * change of the object. An expression that most statements read is a {@link ColumnProperty}, which
 * the same option replaces for one statement.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface QueryExpression {}
