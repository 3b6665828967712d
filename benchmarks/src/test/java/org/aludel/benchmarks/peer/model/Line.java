package org.aludel.benchmarks.peer.model;

/** Four columns of an item. */
public record Line(Long id, String station, Integer counter, Double level) {}
