package org.aludel.orm.loads;

/** What criteria for several classes name. */
public interface Withdrawable {
  boolean isWithdrawn();
}
