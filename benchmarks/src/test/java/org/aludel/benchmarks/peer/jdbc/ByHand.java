package org.aludel.benchmarks.peer.jdbc;

import javax.sql.DataSource;
import org.aludel.benchmarks.peer.Contender;

/** The three forms of hand-written JDBC. */
public final class ByHand {
  private ByHand() {}

  /** As a beginner writes it. */
  public static Contender naive(DataSource source) {
    return new JdbcNaive(source);
  }

  /** As good practice has it. */
  public static Contender best(DataSource source) {
    return new JdbcBest(source);
  }

  /** With what the library does. */
  public static Contender technique(DataSource source) {
    return new JdbcTechnique(source);
  }
}
