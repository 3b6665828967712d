/**
 * Entities as the guides of Hibernate and Ebean recommend them (keys of sequences by fifty, lazy
 * references), and these two.
 */
@NullMarked
package org.aludel.benchmarks.peer.jpa;

import org.jspecify.annotations.NullMarked;
