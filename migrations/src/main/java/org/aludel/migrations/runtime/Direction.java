package org.aludel.migrations.runtime;

/** Which way a revision is run. */
public enum Direction {
  UP,
  DOWN
}
