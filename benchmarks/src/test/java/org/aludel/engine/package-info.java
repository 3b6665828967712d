/** Benchmarks of what the engine keeps to itself, which is why they share its package. */
@NullMarked
package org.aludel.engine;

import org.jspecify.annotations.NullMarked;
