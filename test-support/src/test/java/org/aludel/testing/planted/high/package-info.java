/** A planted package that is as it should be but for its types. */
@NullMarked
package org.aludel.testing.planted.high;

import org.jspecify.annotations.NullMarked;
