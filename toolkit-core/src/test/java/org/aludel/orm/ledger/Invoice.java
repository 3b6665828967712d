package org.aludel.orm.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** Has a table and a class below it. */
@Entity
public class Invoice extends Document {
  @Column(nullable = false)
  private Long amount;

  protected Invoice() {}

  public Invoice(String title, Long amount) {
    super(title);
    this.amount = amount;
  }

  public Long getAmount() {
    return amount;
  }

  public void setAmount(Long value) {
    amount = value;
  }
}
