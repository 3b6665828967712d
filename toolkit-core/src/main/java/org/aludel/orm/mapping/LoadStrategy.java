package org.aludel.orm.mapping;

/** How a relationship is loaded unless a statement's options say otherwise. */
public enum LoadStrategy {
  /** On first use, for the objects of the same result together. */
  LAZY,
  /** With a second SELECT right after the first, by keys. */
  SELECT_IN,
  /** Never by itself: using it before it is loaded is an error. */
  RAISE
}
