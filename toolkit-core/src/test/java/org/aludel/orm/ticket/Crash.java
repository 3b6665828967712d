package org.aludel.orm.ticket;

import jakarta.persistence.Entity;

/** Says nothing, so as the class above. */
@Entity
public class Crash extends Bug {
  private String stack;

  protected Crash() {}

  public Crash(Long id, String title, String stack) {
    super(id, title, "?");
    this.stack = stack;
  }

  public String getStack() {
    return stack;
  }

  public void setStack(String value) {
    stack = value;
  }
}
