package org.aludel.sql;

/** A row of two values; one that is SQL NULL is null. */
public record Row2<A, B>(A first, B second) {}
