package org.aludel.migrations.script;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Makes revision ids: 12 hexadecimal digits. The source of randomness is given. */
public final class RevisionIds {
  private static final long BOUND = 1L << 48;
  private final RandomGenerator random;

  /** Ids from a source; a seeded one gives the same ids again. */
  public RevisionIds(RandomGenerator random) {
    this.random = random;
  }

  /** An id that is not taken. */
  public String next(Predicate<String> taken) {
    String id;
    do {
      id = String.format("%012x", random.nextLong(BOUND));
    } while (taken.test(id));
    return id;
  }
}
