/**
 * One Mojo a goal: parameters, one call, one report. Read {@link org.aludel.maven.goal.HelpMojo}
 * first. Decides nothing that a program without Maven would need too.
 */
@NullMarked
package org.aludel.maven.goal;

import org.jspecify.annotations.NullMarked;
