/**
 * What a database holds, as immutable values: {@link org.aludel.schema.MetaData}, {@link
 * org.aludel.schema.Table}, {@link org.aludel.schema.Column}, constraints, indexes, sequences and
 * types. Does not know how any of it is created, read or compared.
 */
@NullMarked
package org.aludel.schema;

import org.jspecify.annotations.NullMarked;
