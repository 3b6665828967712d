package org.aludel.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Is known by a point in time. */
@Entity
public class Moment extends PressBase {
  @Id private Instant at;

  private String note;

  protected Moment() {}

  public Moment(Instant at, String note) {
    this.at = at;
    this.note = note;
  }

  public Instant getAt() {
    return at;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String value) {
    note = value;
  }
}
