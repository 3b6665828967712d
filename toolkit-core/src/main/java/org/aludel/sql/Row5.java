package org.aludel.sql;

/** A row of five values; one that is SQL NULL is null. */
public record Row5<A, B, C, D, E>(A first, B second, C third, D fourth, E fifth) {}
