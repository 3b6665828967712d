/**
 * The user's build: which modules a goal is meant for, the class loader over what they compiled,
 * the classes mapped there. Read {@link org.aludel.maven.project.ProjectClassLoader} first. Knows
 * no goal, no settings, no report.
 */
@NullMarked
package org.aludel.maven.project;

import org.jspecify.annotations.NullMarked;
