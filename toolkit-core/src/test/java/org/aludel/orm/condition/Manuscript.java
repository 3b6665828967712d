package org.aludel.orm.condition;

import jakarta.persistence.Entity;

/** Inherits the condition into a table of its own. */
@Entity
public class Manuscript extends Source {
  private String hand = "";

  protected Manuscript() {}

  public Manuscript(long id, int year, String hand) {
    super(id, year);
    this.hand = hand;
  }

  public String getHand() {
    return hand;
  }
}
