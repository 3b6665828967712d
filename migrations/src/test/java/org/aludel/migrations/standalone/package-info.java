/** Tests of the program that runs revisions without Maven. */
@NullMarked
package org.aludel.migrations.standalone;

import org.jspecify.annotations.NullMarked;
