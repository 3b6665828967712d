package org.aludel.orm.fleet;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** Adds nothing. */
@Entity
@DiscriminatorValue("2")
public class CashPayment extends Payment {
  protected CashPayment() {}

  public CashPayment(Integer number) {
    super(number);
  }
}
