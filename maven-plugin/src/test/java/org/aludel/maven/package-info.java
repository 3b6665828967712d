/** Tests of the module as a whole. */
@NullMarked
package org.aludel.maven;

import org.jspecify.annotations.NullMarked;
