/** The project's own test kit: servers, databases, golden files, house rules. */
@NullMarked
package org.aludel.testing;

import org.jspecify.annotations.NullMarked;
