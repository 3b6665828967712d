/**
 * The suite that measures sessions beside their peers and hand-written JDBC: read {@code Suite}
 * (rounds), {@code Contender} (what each peer does), {@code Work} (what is measured), {@code
 * ContenderProgram} (the JVM of one contender) and {@code Tables} (the report).
 */
@NullMarked
package org.aludel.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
