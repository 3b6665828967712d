package org.aludel.orm.freight;

import jakarta.persistence.Entity;
import java.time.Instant;

/** Its rows lie in two tables. */
@Entity
public class Weighing extends Reading {
  private int grams;

  protected Weighing() {}

  public Weighing(Instant taken, int grams) {
    super(taken);
    this.grams = grams;
  }

  public int getGrams() {
    return grams;
  }

  public void setGrams(int value) {
    grams = value;
  }
}
