package org.aludel.sql;

/**
 * What may stand in the list of a SELECT or RETURNING: an expression, or a source for whole rows.
 *
 * @param <T> what it gives for one row
 */
public sealed interface Selectable<T> permits Expression, TableSource, DerivedSource {}
