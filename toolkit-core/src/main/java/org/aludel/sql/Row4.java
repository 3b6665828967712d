package org.aludel.sql;

/** A row of four values; one that is SQL NULL is null. */
public record Row4<A, B, C, D>(A first, B second, C third, D fourth) {}
