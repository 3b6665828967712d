package org.aludel.orm.ledger;

import jakarta.persistence.Entity;

/** The third level. */
@Entity
public class Reminder extends Invoice {
  private int level;

  protected Reminder() {}

  public Reminder(String title, Long amount, int level) {
    super(title, amount);
    this.level = level;
  }

  public int getLevel() {
    return level;
  }

  public void setLevel(int value) {
    level = value;
  }
}
