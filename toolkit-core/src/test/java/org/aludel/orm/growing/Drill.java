package org.aludel.orm.growing;

import jakarta.persistence.Entity;

/** Adds nothing. */
@Entity
public class Drill extends Tool {
  protected Drill() {}

  public Drill(String name) {
    super(name);
  }
}
