/** Sessions that have rows in several databases. */
@NullMarked
package org.aludel.orm.engines;

import org.jspecify.annotations.NullMarked;
