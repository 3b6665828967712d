package shop;

/** How good a user is. */
public enum Tier {
  NEW,
  REGULAR,
  GOLD
}
