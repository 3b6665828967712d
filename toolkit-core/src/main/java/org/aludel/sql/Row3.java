package org.aludel.sql;

/** A row of three values; one that is SQL NULL is null. */
public record Row3<A, B, C>(A first, B second, C third) {}
