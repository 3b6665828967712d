/**
 * What is told of objects as they are read and written: the callbacks of {@code
 * jakarta.persistence} on classes and their listeners, and listeners registered with a factory.
 * Read {@link org.aludel.orm.event.EntityListener} first. Knows no session.
 */
@NullMarked
package org.aludel.orm.event;

import org.jspecify.annotations.NullMarked;
