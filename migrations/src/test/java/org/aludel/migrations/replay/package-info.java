/** Tests of the run of a whole history. */
@NullMarked
package org.aludel.migrations.replay;

import org.jspecify.annotations.NullMarked;
