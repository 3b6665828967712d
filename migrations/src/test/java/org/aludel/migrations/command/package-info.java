/** Tests of the commands. */
@NullMarked
package org.aludel.migrations.command;

import org.jspecify.annotations.NullMarked;
