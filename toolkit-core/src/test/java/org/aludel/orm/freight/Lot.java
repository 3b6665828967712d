package org.aludel.orm.freight;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** A root whose id is composite. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Lot extends FreightBase {
  @Id private String depot;

  @Id private int number;

  private String owner;

  protected Lot() {}

  public Lot(String depot, int number, String owner) {
    this.depot = depot;
    this.number = number;
    this.owner = owner;
  }

  public String getDepot() {
    return depot;
  }

  public int getNumber() {
    return number;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String value) {
    owner = value;
  }
}
