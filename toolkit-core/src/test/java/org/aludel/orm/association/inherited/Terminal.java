package org.aludel.orm.association.inherited;

import jakarta.persistence.Entity;

/** Inherits both sides. */
@Entity
public class Terminal extends Station {
  private int tracks;

  protected Terminal() {}

  public Terminal(String name, int tracks) {
    super(name);
    this.tracks = tracks;
  }

  public int getTracks() {
    return tracks;
  }
}
