package org.aludel.engine.pool;

import java.sql.SQLException;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;

/**
 * Another source, watched: closing it fails while somebody still has a connection, and says who and
 * from which line. For tests; notes the line at each connection, which costs a walk of the stack.
 * Thread-safe.
 */
public final class LeakFindingSource implements ConnectionSource {
  private final ConnectionSource source;
  private final Leases leases = new Leases(true);

  public LeakFindingSource(ConnectionSource source) {
    this.source = source;
  }

  @Override
  public Lease take() throws SQLException {
    Lease inner = source.take();
    return leases.add(inner.jdbc(), inner::close);
  }

  @Override
  public void invalidate() {
    source.invalidate();
  }

  /**
   * Closes the source, then fails if connections are out.
   *
   * @throws UsageException with {@code LEAK}
   */
  @Override
  public void close() {
    int left = leases.count();
    String holders = leases.holders();
    source.close();
    if (left > 0) {
      throw new UsageException(
          Problem.of(EngineCode.LEAK, "cannot close the engine in good order")
              .found(left + " connections that were not given back:\n" + holders)
              .expected("every connection and session closed before the engine")
              .fix("open them in try-with-resources"));
    }
  }
}
