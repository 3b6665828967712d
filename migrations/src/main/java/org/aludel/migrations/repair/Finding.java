package org.aludel.migrations.repair;

import java.util.List;

/**
 * One thing that is wrong.
 *
 * @param text what was found
 * @param fixes what a repair can do, each for another belief about what happened; none where a
 *     person has to do it
 * @param advice what else leads out, or how to choose
 */
public record Finding(String text, List<Fix> fixes, String advice) {
  /**
   * Something that a repair does when it is asked to.
   *
   * @param name how it is asked for, such as {@code forget:ae1027a6acf0}
   * @param effect what it does
   */
  public record Fix(String name, String effect) {}

  public Finding {
    fixes = List.copyOf(fixes);
  }
}
