/** By hand: as a beginner writes it, as good practice has it, and with what the library does. */
@NullMarked
package org.aludel.benchmarks.peer.jdbc;

import org.jspecify.annotations.NullMarked;
