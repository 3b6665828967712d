package org.aludel.orm.freight;

import jakarta.persistence.Entity;

/** Its key has the two columns of the root's. */
@Entity
public class ColdLot extends Lot {
  private int degrees;

  protected ColdLot() {}

  public ColdLot(String depot, int number, String owner, int degrees) {
    super(depot, number, owner);
    this.degrees = degrees;
  }

  public int getDegrees() {
    return degrees;
  }

  public void setDegrees(int value) {
    degrees = value;
  }
}
