/**
 * The only place that touches the classes of users: what the annotation processor generates extends
 * {@link org.aludel.instrument.EntityAccess}, and what reflection finds on a class is handed on as
 * values. Read {@link org.aludel.instrument.EntityAccess} first, then {@link
 * org.aludel.instrument.EntityReader}. Knows no tables, no mappers and no sessions.
 */
@NullMarked
package org.aludel.instrument;

import org.jspecify.annotations.NullMarked;
