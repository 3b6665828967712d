/**
 * The flush: what changed is collected, ordered and written. Read {@link
 * org.aludel.orm.unitofwork.UnitOfWork} first, which lists the steps, then {@link
 * org.aludel.orm.unitofwork.FlushPlan} for what is written and {@link
 * org.aludel.orm.unitofwork.FlushOrder} for when. Knows neither the session nor how rows become
 * objects.
 */
@NullMarked
package org.aludel.orm.unitofwork;

import org.jspecify.annotations.NullMarked;
