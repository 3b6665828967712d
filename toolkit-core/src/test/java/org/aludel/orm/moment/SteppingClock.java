package org.aludel.orm.moment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on by one second at each look. */
final class SteppingClock extends Clock {
  static final Instant START = Instant.parse("2026-02-03T23:30:00.123456789Z");

  private final ZoneId zone;
  private int looks;

  SteppingClock(ZoneId zone) {
    this.zone = zone;
  }

  SteppingClock() {
    this(ZoneOffset.UTC);
  }

  @Override
  public Instant instant() {
    return START.plus(Duration.ofSeconds(looks++));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SteppingClock(other);
  }
}
