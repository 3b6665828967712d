package shop.tutorial.store;

/** How good a customer is. */
public enum Tier {
  NEW,
  REGULAR,
  GOLD
}
