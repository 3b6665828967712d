/**
 * What mapped classes can say that {@code jakarta.persistence} has no word for. Each annotation
 * here is honoured wholly or refused with a code. Knows no mapper: annotations are read by name.
 *
 * <p>Of the annotations of {@code jakarta.persistence}, {@code @OneToMany(orphanRemoval = true)}
 * does more here than elsewhere: the object is deleted at flush when it leaves the collection
 * <em>and</em> when its own reference is set to null; to move it, set the reference to another
 * owner.
 */
@NullMarked
package org.aludel.orm.annotation;

import org.jspecify.annotations.NullMarked;
