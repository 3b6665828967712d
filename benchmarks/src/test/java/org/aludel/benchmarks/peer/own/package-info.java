/** What Aludel does, as its guide recommends it: identities, batched loading. */
@NullMarked
package org.aludel.benchmarks.peer.own;

import org.jspecify.annotations.NullMarked;
