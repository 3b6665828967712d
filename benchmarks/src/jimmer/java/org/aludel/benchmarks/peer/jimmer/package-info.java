/**
 * The entities of Jimmer: interfaces, whose classes its annotation processor writes. Compiled by
 * themselves, before all else of this module, so that no two processors meet. The written classes
 * say nothing of nulls that tools could read.
 */
@NullUnmarked
package org.aludel.benchmarks.peer.jimmer;

import org.jspecify.annotations.NullUnmarked;
