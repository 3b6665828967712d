/**
 * How rows of a hierarchy are read: the source that stands for a class in statements, and the
 * columns of a row that may be an object of several classes. Read {@link
 * org.aludel.orm.hierarchy.EntityView} first. Knows mappers and statements, and no object.
 */
@NullMarked
package org.aludel.orm.hierarchy;

import org.jspecify.annotations.NullMarked;
