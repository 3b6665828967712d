package org.aludel.orm.mapping;

/** How a relationship is loaded unless a statement's options say otherwise. */
public enum LoadStrategy {
  /** On first use, for the objects of the same result together. */
  LAZY(false),
  /** On first use, for one object alone. */
  LAZY_EACH(false),
  /** With a second SELECT right after the first, by keys. */
  SELECT_IN(true),
  /** As the first use would load it, right after the first SELECT. */
  IMMEDIATE(true),
  /** With a second SELECT whose condition repeats the first. */
  SUBQUERY(true),
  /** With the first SELECT, by a join. */
  JOINED(true),
  /** Never by itself: using it before it is loaded is an error. */
  RAISE(false),
  /** Never: it counts as loaded and empty. */
  NO_LOAD(false);

  private final boolean eager;

  LoadStrategy(boolean eager) {
    this.eager = eager;
  }

  /** Whether it is loaded together with the objects that have it. */
  public boolean isEager() {
    return eager;
  }
}
