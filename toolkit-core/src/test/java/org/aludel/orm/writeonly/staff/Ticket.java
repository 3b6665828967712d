package org.aludel.orm.writeonly.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;

/** Is known by two values, and lies on a desk. */
@Entity
@IdClass(Ticket.Key.class)
public class Ticket extends StaffBase {
  /** Both values. */
  public record Key(int year, int serial) {}

  @Id private int year;
  @Id private int serial;

  @ManyToOne(fetch = FetchType.LAZY)
  private Desk desk;

  protected Ticket() {}

  public Ticket(int year, int serial) {
    this.year = year;
    this.serial = serial;
  }

  public int getYear() {
    return year;
  }

  public int getSerial() {
    return serial;
  }

  public Desk getDesk() {
    return desk;
  }
}
