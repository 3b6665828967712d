package org.aludel.orm.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** The third level. */
@Entity
public class SportsCar extends Car {
  @Column(nullable = false)
  private Integer power;

  protected SportsCar() {}

  public SportsCar(String name, int power) {
    super(name, 2);
    this.power = power;
  }

  public Integer getPower() {
    return power;
  }

  public void setPower(Integer value) {
    power = value;
  }
}
