/** Entities that are records. */
@NullMarked
package org.aludel.orm.records;

import org.jspecify.annotations.NullMarked;
