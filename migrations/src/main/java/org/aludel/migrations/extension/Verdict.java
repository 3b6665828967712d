package org.aludel.migrations.extension;

/** What a hook says of two things. */
public enum Verdict {
  /** They count as equal whatever they are. */
  SAME,
  /** They count as different, even if they are equal: at each run. */
  DIFFERENT,
  /** The next hook decides, at last the comparison itself. */
  UNDECIDED
}
