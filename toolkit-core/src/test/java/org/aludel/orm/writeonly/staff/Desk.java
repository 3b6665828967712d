package org.aludel.orm.writeonly.staff;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import org.aludel.orm.collection.WriteOnlyCollection;

/** Is known by two values. */
@Entity
@IdClass(Desk.Key.class)
public class Desk extends StaffBase {
  /** Both values. */
  public record Key(String room, int number) {}

  @Id private String room = "";
  @Id private int number;

  @OneToMany(mappedBy = "desk", cascade = CascadeType.PERSIST)
  private WriteOnlyCollection<Ticket> tickets = WriteOnlyCollection.create();

  @ManyToMany(cascade = CascadeType.PERSIST)
  private WriteOnlyCollection<Ticket> watched = WriteOnlyCollection.create();

  protected Desk() {}

  public Desk(String room, int number) {
    this.room = room;
    this.number = number;
  }

  public String getRoom() {
    return room;
  }

  public int getNumber() {
    return number;
  }

  public WriteOnlyCollection<Ticket> getTickets() {
    return tickets;
  }

  public WriteOnlyCollection<Ticket> getWatched() {
    return watched;
  }
}
