/**
 * Leaf code that two or more packages use and the JDK does not have; knows nothing of databases.
 */
@NullMarked
package org.aludel.util;

import org.jspecify.annotations.NullMarked;
