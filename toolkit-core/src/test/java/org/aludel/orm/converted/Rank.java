package org.aludel.orm.converted;

import jakarta.persistence.EnumeratedValue;

/** Is stored by its weight. */
public enum Rank {
  LOW(10),
  HIGH(90);

  @SuppressWarnings("UnusedVariable") // read by the mapping
  @EnumeratedValue
  private final byte weight;

  Rank(int weight) {
    this.weight = (byte) weight;
  }
}
