package org.aludel.orm.foreign.billing;

import java.time.LocalDate;

/** A record of a domain, which refuses what makes no sense. */
public record Span(LocalDate first, LocalDate last) {
  public Span {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(first + " is after " + last);
    }
  }
}
