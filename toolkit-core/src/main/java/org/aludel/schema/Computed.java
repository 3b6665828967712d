package org.aludel.schema;

/**
 * {@code GENERATED ALWAYS AS (expression)}.
 *
 * @param expression SQL without the outer parentheses
 * @param stored false for a virtual column (PostgreSQL 18)
 */
public record Computed(String expression, boolean stored) {}
