/** The moments at which rows are written, as sessions put them into attributes. */
@NullMarked
package org.aludel.orm.moment;

import org.jspecify.annotations.NullMarked;
