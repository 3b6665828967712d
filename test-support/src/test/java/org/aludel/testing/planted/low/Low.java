package org.aludel.testing.planted.low;

import org.aludel.testing.planted.high.High;

/** Uses what lies above it. */
public final class Low {
  /** The forbidden use. */
  public String name(High high) {
    return high.toString();
  }
}
