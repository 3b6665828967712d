/** Tests of what the goals print. */
@NullMarked
package org.aludel.maven.report;

import org.jspecify.annotations.NullMarked;
