package org.aludel.test;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Mapped, and in no revision of the bookshop. */
@Entity
class Coupon {
  @Id private long id;

  long id() {
    return id;
  }
}
