/** Tests of two versions of an application on one database. */
@NullMarked
package org.aludel.maven.deploy;

import org.jspecify.annotations.NullMarked;
