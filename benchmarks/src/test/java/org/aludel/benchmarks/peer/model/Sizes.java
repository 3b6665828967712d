package org.aludel.benchmarks.peer.model;

/** How many of what; the database is filled accordingly. */
public final class Sizes {
  public static final int ITEMS = 10_000;
  public static final int MANY = 100_000;
  public static final int PARENTS = 1_000;
  public static final int CHILDREN = 10;
  public static final int KEYS = 1_000;
  public static final int CHANGED = 1_000;
  public static final int FEW = 10;
  public static final int STREAMED = 2_000_000;
  public static final int BATCH = 1_000;
  public static final int FETCHED = 1_000;

  private Sizes() {}
}
