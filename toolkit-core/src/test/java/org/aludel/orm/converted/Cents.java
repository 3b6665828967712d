package org.aludel.orm.converted;

/** An amount. */
public record Cents(long count) {}
