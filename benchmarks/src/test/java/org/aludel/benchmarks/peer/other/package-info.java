/** Libraries without a session: JDBI and jOOQ. */
@NullMarked
package org.aludel.benchmarks.peer.other;

import org.jspecify.annotations.NullMarked;
