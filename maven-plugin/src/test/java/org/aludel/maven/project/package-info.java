/** Tests of what the goals see of a build. */
@NullMarked
package org.aludel.maven.project;

import org.jspecify.annotations.NullMarked;
