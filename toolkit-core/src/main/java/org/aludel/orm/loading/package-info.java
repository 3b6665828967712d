/**
 * Rows into objects, and objects on demand. Read {@link org.aludel.orm.loading.EntityRows} for how
 * a row meets the identity map, {@link org.aludel.orm.loading.Loader} for lazy and eager loading,
 * and {@link org.aludel.orm.loading.LazyList} for what stands in a field. Knows neither flushes nor
 * the session.
 */
@NullMarked
package org.aludel.orm.loading;

import org.jspecify.annotations.NullMarked;
