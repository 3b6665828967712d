package org.aludel.orm.derived;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

/** Has an embedded id, a part of which is the id of a hall. */
@Entity
public class Seat extends DerivedBase {
  /** The code of the hall is the hall's. */
  @Embeddable
  public record Id(String hallCode, int number) {}

  @EmbeddedId private Id id;

  @MapsId("hallCode")
  @ManyToOne
  @JoinColumn(name = "hall")
  private Hall hall;

  private String label;

  protected Seat() {}

  public Seat(Hall hall, int number, String label) {
    this.id = new Id(null, number);
    this.hall = hall;
    this.label = label;
  }

  public Id getId() {
    return id;
  }

  public Hall getHall() {
    return hall;
  }

  public void setHall(Hall value) {
    hall = value;
  }

  public String getLabel() {
    return label;
  }
}
