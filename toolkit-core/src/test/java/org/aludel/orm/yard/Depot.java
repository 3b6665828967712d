package org.aludel.orm.yard;

import jakarta.persistence.Entity;

/** A yard with a column in a table of its own. */
@Entity
public class Depot extends Yard {
  private int tracks;

  protected Depot() {}

  public Depot(String name, int tracks) {
    super(name);
    this.tracks = tracks;
  }

  public int getTracks() {
    return tracks;
  }
}
