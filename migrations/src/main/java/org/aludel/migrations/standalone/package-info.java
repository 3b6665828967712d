/**
 * Revisions run where Maven is not: {@link org.aludel.migrations.standalone.Main} is a program that
 * takes them out of an application's jar, {@link org.aludel.migrations.standalone.ExitCode} is what
 * it tells a deployment. Everything it does is a call of the commands.
 */
@NullMarked
package org.aludel.migrations.standalone;

import org.jspecify.annotations.NullMarked;
