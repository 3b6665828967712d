package org.aludel.orm.ticket;

import jakarta.persistence.Entity;
import org.aludel.orm.annotation.PolymorphicLoad;

/** Read on its first use. */
@Entity
@PolymorphicLoad(PolymorphicLoad.When.LAZY)
public class Wish extends Ticket {
  private String reason;

  protected Wish() {}

  public Wish(Long id, String title, String reason) {
    super(id, title);
    this.reason = reason;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String value) {
    reason = value;
  }
}
