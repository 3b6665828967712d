/**
 * How the elements of a collection stand in the columns of a row: a value in one, an embeddable
 * class in several.
 */
@NullMarked
package org.aludel.orm.element;

import org.jspecify.annotations.NullMarked;
