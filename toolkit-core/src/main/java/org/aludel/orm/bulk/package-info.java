/** Rows of mapped classes written in bulk, from entities, records and maps, without a flush. */
@NullMarked
package org.aludel.orm.bulk;

import org.jspecify.annotations.NullMarked;
