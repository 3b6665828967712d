/**
 * What a session remembers of objects: their life cycle, their identity and the values that the
 * database is known to hold. Read {@link org.aludel.orm.state.PersistenceContext} first, then
 * {@link org.aludel.orm.state.InstanceState} and {@link org.aludel.orm.state.EntityModel}. Knows no
 * SQL and no connection.
 */
@NullMarked
package org.aludel.orm.state;

import org.jspecify.annotations.NullMarked;
