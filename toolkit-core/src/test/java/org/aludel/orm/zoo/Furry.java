package org.aludel.orm.zoo;

import jakarta.persistence.MappedSuperclass;

/** Stands between two entities and is none. */
@MappedSuperclass
public abstract class Furry extends Animal {
  private String fur;

  protected Furry() {}

  protected Furry(String name, String fur) {
    super(name);
    this.fur = fur;
  }

  public String getFur() {
    return fur;
  }

  public void setFur(String value) {
    fur = value;
  }
}
