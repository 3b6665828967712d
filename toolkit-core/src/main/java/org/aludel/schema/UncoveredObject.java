package org.aludel.schema;

/**
 * Something found that Aludel does not cover yet; reported, never dropped.
 *
 * @param kind such as {@code view} or {@code function}
 */
public record UncoveredObject(String kind, QualifiedName name) {}
