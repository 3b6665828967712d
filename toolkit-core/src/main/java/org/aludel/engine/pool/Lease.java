package org.aludel.engine.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC connection in somebody's hands, with the note of who took it and when. Closing gives it
 * back, and is repeatable.
 */
public final class Lease implements AutoCloseable {
  private final Connection jdbc;
  private final GivingBack givingBack;
  private final Leases register;
  private final String thread;
  private final long takenNanos;
  private final @Nullable StackTraceElement place;

  /** How the connection goes back to where it came from. */
  @FunctionalInterface
  interface GivingBack {
    void run() throws SQLException;
  }

  Lease(
      Connection jdbc, GivingBack givingBack, Leases register, @Nullable StackTraceElement place) {
    this.jdbc = jdbc;
    this.givingBack = givingBack;
    this.register = register;
    this.thread = Thread.currentThread().getName();
    this.takenNanos = System.nanoTime();
    this.place = place;
  }

  /** The connection, as the source gave it. */
  public Connection jdbc() {
    return jdbc;
  }

  /** Who has it, since when and, where the source notes it, taken by which line of the program. */
  public String holder() {
    Duration held = Duration.ofNanos(System.nanoTime() - takenNanos);
    String seconds = held.toSeconds() + "." + held.toMillisPart() / 100;
    return "thread \""
        + thread
        + "\" for "
        + seconds
        + " s"
        + (place == null ? "" : ", taken at " + place);
  }

  long takenNanos() {
    return takenNanos;
  }

  @Override
  public void close() throws SQLException {
    register.remove(this);
    givingBack.run();
  }
}
