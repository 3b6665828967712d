package org.aludel.sql;

/** A row of six values; one that is SQL NULL is null. */
public record Row6<A, B, C, D, E, F>(A first, B second, C third, D fourth, E fifth, F sixth) {}
