/**
 * The Maven plugin's codes; its goals are in {@code goal}, which alone knows the other packages.
 * Everything that decides lives in {@code org.aludel.migrations.command} and runs without Maven.
 */
@NullMarked
package org.aludel.maven;

import org.jspecify.annotations.NullMarked;
