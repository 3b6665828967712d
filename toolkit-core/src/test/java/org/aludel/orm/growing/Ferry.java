package org.aludel.orm.growing;

import jakarta.persistence.Entity;

/** Adds nothing. */
@Entity
public class Ferry extends Boat {
  protected Ferry() {}

  public Ferry(String name) {
    super(name);
  }
}
