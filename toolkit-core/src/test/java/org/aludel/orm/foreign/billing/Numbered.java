package org.aludel.orm.foreign.billing;

/** What has a number; generic, and above a class that is mapped by another. */
public abstract class Numbered<N extends Comparable<N>> {
  private N number;

  protected Numbered(N number) {
    this.number = number;
  }

  public N number() {
    return number;
  }

  public void renumber(N other) {
    number = other;
  }
}
