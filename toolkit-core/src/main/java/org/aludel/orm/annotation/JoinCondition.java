package org.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A relationship by any condition, beside {@code @OneToMany}, {@code @ManyToMany},
 * {@code @OneToOne} or {@code @ManyToOne}. Which rows belong together is what the static method of
 * its name says of two metamodels, that of its class and that of the target:
 *
 * <pre>{@code
 * @OneToMany @JoinCondition private List<Work> recentWorks = new ArrayList<>();
 *
 * static Predicate recentWorks(ComposerT composer, WorkT work) {
 *   return work.composer.id.eq(composer.id).and(work.year.ge(2000));
 * }
 * }</pre>
 *
 * <p>It is read, asked and joined like any other, and never written: a flush that finds it changed
 * refuses it with {@code VIEW_ONLY}, deletions and merges leave it alone. A reference is read with
 * its owner; a second row for one owner is refused with {@code SEVERAL_TARGETS}. The metamodels
 * that the method gets have other names than those of their tables, so that both may be of one
 * class; further tables are asked in subqueries under names of their own. As SQLAlchemy: {@code
 * primaryjoin} with {@code viewonly}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface JoinCondition {}
