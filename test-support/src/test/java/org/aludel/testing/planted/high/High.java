package org.aludel.testing.planted.high;

import java.util.Optional;
import org.aludel.testing.planted.low.Low;

/** Uses what lies below it, which the table allows. */
public final class High {
  private final Optional<Low> low;

  /** Keeps an Optional, which is forbidden. */
  public High(Low low) {
    this.low = Optional.of(low);
  }

  @Override
  public String toString() {
    return low.map(Object::getClass).map(Class::getName).orElse("none");
  }

  /** Shows a type that users cannot see. */
  public Hidden hidden() {
    return new Hidden();
  }

  /** Not public. */
  static final class Hidden {}
}
