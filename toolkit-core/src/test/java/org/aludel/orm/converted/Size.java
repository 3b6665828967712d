package org.aludel.orm.converted;

/** Stored as a letter, where nothing else is said. */
public enum Size {
  SMALL,
  LARGE
}
