package org.aludel.orm.converted;

import jakarta.persistence.EnumeratedValue;

/** Is stored by its code. */
public enum Stage {
  DRAFT("d"),
  SOLD("s");

  @SuppressWarnings("UnusedVariable") // read by the mapping
  @EnumeratedValue
  private final String code;

  Stage(String code) {
    this.code = code;
  }
}
