package org.aludel.orm.notice;

import jakarta.persistence.Entity;

/** Has a table of its own with all attributes. */
@Entity
public class Alert extends Notice {
  private int level;

  protected Alert() {}

  public Alert(String code, String text, int level) {
    super(code, text);
    this.level = level;
  }

  public int getLevel() {
    return level;
  }

  public void setLevel(int value) {
    level = value;
  }
}
