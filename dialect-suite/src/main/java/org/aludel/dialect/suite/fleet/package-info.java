/** The classes that the suite's sessions read and write. Read first: {@code Ship}. */
@NullMarked
package org.aludel.dialect.suite.fleet;

import org.jspecify.annotations.NullMarked;
