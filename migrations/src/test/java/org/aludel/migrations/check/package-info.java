/** Tests of what an application knows of its revisions. */
@NullMarked
package org.aludel.migrations.check;

import org.jspecify.annotations.NullMarked;
