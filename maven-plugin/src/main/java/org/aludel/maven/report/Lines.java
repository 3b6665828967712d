package org.aludel.maven.report;

import org.apache.maven.plugin.logging.Log;

/** Where reports write: the Maven log, one line a call, never an empty prefix for a blank line. */
@FunctionalInterface
public interface Lines {
  /** Writes one line without its line break; the empty text is a blank line. */
  void line(String text);

  /** The Maven log at level info. */
  static Lines of(Log log) {
    return log::info;
  }

  /** Writes a text of several lines. */
  default void text(String text) {
    text.lines().forEach(this::line);
  }
}
