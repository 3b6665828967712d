/** Reading from replicas. Read {@link org.aludel.engine.replica.Replicas}. */
@NullMarked
package org.aludel.engine.replica;

import org.jspecify.annotations.NullMarked;
