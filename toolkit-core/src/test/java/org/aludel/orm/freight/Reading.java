package org.aludel.orm.freight;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.time.Instant;

/** Known by a point in time. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Reading extends FreightBase {
  @Id private Instant taken;

  protected Reading() {}

  public Reading(Instant taken) {
    this.taken = taken;
  }

  public Instant getTaken() {
    return taken;
  }
}
