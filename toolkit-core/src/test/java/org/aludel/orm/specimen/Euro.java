package org.aludel.orm.specimen;

/** A class that only the map of its base knows how to store. */
public record Euro(long cents) {}
