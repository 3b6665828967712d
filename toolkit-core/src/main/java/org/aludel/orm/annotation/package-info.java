/**
 * What mapped classes can say that {@code jakarta.persistence} has no word for. Each annotation
 * here is honoured wholly or refused with a code. Knows no mapper: annotations are read by name.
 */
@NullMarked
package org.aludel.orm.annotation;

import org.jspecify.annotations.NullMarked;
