package org.aludel.orm.elements;

/** A value that a converter stores; mutable, so that a change inside one must be found. */
public final class Distance {
  private long metres;

  public Distance(long metres) {
    this.metres = metres;
  }

  public long metres() {
    return metres;
  }

  public void add(long more) {
    metres += more;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Distance distance && distance.metres == metres;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(metres);
  }
}
