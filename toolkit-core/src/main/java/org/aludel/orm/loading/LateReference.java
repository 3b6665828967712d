package org.aludel.orm.loading;

import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;

/**
 * A reference to an object of a class that its key does not tell: it is read after the rows, since
 * nothing can stand for an object whose class is not known.
 *
 * @param changed whether the application has set another value, which stays
 */
record LateReference(InstanceState<?> owner, Relationship reference, Object key, boolean changed) {}
