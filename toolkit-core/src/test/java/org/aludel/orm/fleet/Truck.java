package org.aludel.orm.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** Has a column of the same name as the cars. */
@Entity
public class Truck extends Vehicle {
  private String label;

  @Column(nullable = false)
  private Long tonnage;

  protected Truck() {}

  public Truck(String name, Long tonnage) {
    super(name);
    this.tonnage = tonnage;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String value) {
    label = value;
  }

  public Long getTonnage() {
    return tonnage;
  }

  public void setTonnage(Long value) {
    tonnage = value;
  }
}
