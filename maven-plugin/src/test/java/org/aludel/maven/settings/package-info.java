/** Tests of where settings come from. */
@NullMarked
package org.aludel.maven.settings;

import org.jspecify.annotations.NullMarked;
