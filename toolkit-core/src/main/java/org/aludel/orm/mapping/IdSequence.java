package org.aludel.orm.mapping;

import org.aludel.schema.QualifiedName;

/**
 * The sequence behind an id of {@link Generation#SEQUENCE}.
 *
 * @param name in the database
 * @param allocationSize the step of the sequence; one {@code nextval} owns the ids from {@code
 *     value - allocationSize + 1} to {@code value}, of which {@code value} alone is always safe to
 *     use
 */
public record IdSequence(QualifiedName name, int allocationSize) {}
