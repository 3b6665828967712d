package org.aludel.orm.ticket;

import jakarta.persistence.Entity;

/** Read with the rows. */
@Entity
public class Task extends Ticket {
  private String room;

  protected Task() {}

  public Task(Long id, String title, String room) {
    super(id, title);
    this.room = room;
  }

  public String getRoom() {
    return room;
  }

  public void setRoom(String value) {
    room = value;
  }
}
