package org.aludel.orm.ids;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** The id of a parcel, which refuses to be made of some of its parts. */
@Embeddable
public record ParcelId(@Column(length = 8) String depot, int number) {
  /** An id of all its parts. */
  public ParcelId {
    Objects.requireNonNull(depot);
  }
}
