package org.aludel.orm.growing;

import jakarta.persistence.Entity;

/** Adds nothing. */
@Entity
public class Herb extends Plant {
  protected Herb() {}

  public Herb(String name) {
    super(name);
  }
}
