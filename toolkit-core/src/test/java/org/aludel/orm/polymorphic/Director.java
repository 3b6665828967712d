package org.aludel.orm.polymorphic;

import jakarta.persistence.Entity;

/** The third level. */
@Entity
public class Director extends Leader {
  private String seat;

  protected Director() {}

  public Director(String name, Integer bonus, String seat) {
    super(name, bonus);
    this.seat = seat;
  }

  public String getSeat() {
    return seat;
  }

  public void setSeat(String value) {
    seat = value;
  }
}
