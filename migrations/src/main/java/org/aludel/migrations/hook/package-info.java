/**
 * Runs programs that users want to see run. Read first: {@link
 * org.aludel.migrations.hook.ProgramHook}. Knows no database.
 */
@NullMarked
package org.aludel.migrations.hook;

import org.jspecify.annotations.NullMarked;
