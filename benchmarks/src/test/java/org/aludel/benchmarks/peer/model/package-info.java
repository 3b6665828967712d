/** What all contenders know of the rows; no contender's own vocabulary but JPA's annotations. */
@NullMarked
package org.aludel.benchmarks.peer.model;

import org.jspecify.annotations.NullMarked;
