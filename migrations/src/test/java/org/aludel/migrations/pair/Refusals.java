package org.aludel.migrations.pair;

import java.util.List;

/** What the server may refuse of a random schema: a part that does not fit, never a table. */
final class Refusals {
  private Refusals() {}

  static void check(List<String> refused) {
    for (String each : refused) {
      if (each.contains("in: CREATE TABLE") && !each.contains("PARTITION OF")) {
        throw new PairFailure("a table of the generator is refused: " + each);
      }
    }
  }
}
