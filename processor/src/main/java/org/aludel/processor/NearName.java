package org.aludel.processor;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * "Did you mean" for names: the known name that is nearest to the one that was given.
 *
 * <p>Near means at most two edits (insert, delete, replace, swap of neighbours) and fewer edits
 * than half of the given name's length, so that short names do not attract everything; case alone
 * never counts. The same rule as the mapping has at run time, which a test of the core compares.
 */
final class NearName {
  private static final int MAX_EDITS = 2;

  private NearName() {}

  /** The nearest known name, the first in alphabetical order of equally near ones, or empty. */
  static Optional<String> closest(String given, Collection<String> known) {
    String wanted = given.toLowerCase(Locale.ROOT);
    String best = null;
    int bestEdits = Math.min(MAX_EDITS, Math.max(0, (given.length() - 1) / 2)) + 1;
    for (String name : new TreeSet<>(known)) {
      if (Math.abs(name.length() - given.length()) >= bestEdits) {
        continue;
      }
      int edits = edits(wanted, name.toLowerCase(Locale.ROOT));
      if (edits < bestEdits) {
        best = name;
        bestEdits = edits;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The text {@code , did you mean "name"?}, or the empty text when nothing is near. */
  static String phrase(String given, Collection<String> known) {
    return closest(given, known).map(name -> ", did you mean \"" + name + "\"?").orElse("");
  }

  /**
   * The number of single-character edits from one text to the other, a swap of neighbours counted
   * once. Source: the restricted edit distance of Damerau (optimal string alignment).
   */
  static int edits(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    Arrays.setAll(last, index -> index);
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replace = last[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replace, 1 + Math.min(last[column], current[column - 1]));
        if (swapped(from, row, to, column)) {
          current[column] = Math.min(current[column], beforeLast[column - 2] + 1);
        }
      }
      beforeLast = last;
      last = current;
    }
    return last[to.length()];
  }

  private static boolean swapped(String from, int row, String to, int column) {
    return row > 1
        && column > 1
        && from.charAt(row - 1) == to.charAt(column - 2)
        && from.charAt(row - 2) == to.charAt(column - 1);
  }
}
