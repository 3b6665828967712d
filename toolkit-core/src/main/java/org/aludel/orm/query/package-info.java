/**
 * Statements over classes: entities as rows, attributes as columns of the registry at hand, joins
 * and EXISTS along relationships, loader options. Read {@link org.aludel.orm.query.QueryResolver}
 * first, then {@link org.aludel.orm.query.Loading}. Runs nothing.
 */
@NullMarked
package org.aludel.orm.query;

import org.jspecify.annotations.NullMarked;
