package org.aludel.orm.ids;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** Has an id of a class of its own in one column. */
@Entity
public class Ticket extends IdBase {
  @EmbeddedId private TicketId id;

  private String title;

  @ManyToOne private Ticket cause;

  protected Ticket() {}

  public Ticket(TicketId id, String title) {
    this.id = id;
    this.title = title;
  }

  public TicketId getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public Ticket getCause() {
    return cause;
  }

  public void setCause(Ticket value) {
    cause = value;
  }
}
