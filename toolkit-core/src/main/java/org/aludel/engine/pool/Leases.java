package org.aludel.engine.pool;

import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has which connection of a source. Thread-safe. */
final class Leases {
  /** Holders that a message names. */
  private static final int SHOWN = 10;

  /** Classes on the way from whoever wants a connection to here. */
  private static final Set<String> PASSED =
      Set.of(
          "org.aludel.engine.Engine",
          "org.aludel.engine.Database",
          "org.aludel.engine.replica.Replica",
          "org.aludel.engine.replica.Replicas",
          "org.aludel.engine.retry.Retry",
          PlainSource.class.getName(),
          PooledSource.class.getName(),
          LeakFindingSource.class.getName(),
          Leases.class.getName());

  private static final String SESSIONS = "org.aludel.orm.session.";

  private final Set<Lease> held = ConcurrentHashMap.newKeySet();
  private final boolean notePlaces;

  /**
   * @param notePlaces whether the line of the program that takes a connection is noted, which costs
   *     a walk of the stack each time
   */
  Leases(boolean notePlaces) {
    this.notePlaces = notePlaces;
  }

  Lease add(Connection jdbc, Lease.GivingBack givingBack) {
    Lease lease = new Lease(jdbc, givingBack, this, notePlaces ? caller().orElse(null) : null);
    held.add(lease);
    return lease;
  }

  void remove(Lease lease) {
    held.remove(lease);
  }

  int count() {
    return held.size();
  }

  /** The holders, the one of longest standing first, one a line. */
  String holders() {
    List<Lease> sorted = held.stream().sorted(Comparator.comparingLong(Lease::takenNanos)).toList();
    List<String> lines = sorted.stream().limit(SHOWN).map(Lease::holder).toList();
    String more = sorted.size() <= SHOWN ? "" : "\n… (" + sorted.size() + " in all)";
    return String.join("\n", lines) + more;
  }

  /** The first frame outside the classes through which everybody comes. */
  private static Optional<StackTraceElement> caller() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !isOurs(frame.getClassName()))
                    .findFirst()
                    .map(StackWalker.StackFrame::toStackTraceElement));
  }

  private static boolean isOurs(String className) {
    int nested = className.indexOf('$');
    return PASSED.contains(nested < 0 ? className : className.substring(0, nested))
        || className.startsWith(SESSIONS);
  }
}
