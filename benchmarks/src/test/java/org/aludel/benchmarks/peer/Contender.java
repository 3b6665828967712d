package org.aludel.benchmarks.peer;

import java.util.Set;

/**
 * One way to do the works, as its manual recommends. Lives in a JVM of its own and is called by one
 * thread; connections come from the same pool for all.
 */
public interface Contender extends AutoCloseable {
  /** Works that can be done in more than one place of the suite. */
  Set<Work> works();

  /**
   * Does a work once; this is what is measured. Works that write commit.
   *
   * @return what was read, or {@link Found#NOTHING}
   */
  Found run(Work work) throws Exception;

  /** What comes before a work and is not measured, such as the rows that a flush has loaded. */
  default void prepare(Work work) throws Exception {}

  @Override
  void close();

  /** What a work has read; looked at when the clock has stopped. */
  @FunctionalInterface
  interface Found {
    /** Nothing was read. */
    Found NOTHING = () -> 0;

    /** The same for the same rows, whoever read them and in whatever order. */
    long checksum();
  }
}
