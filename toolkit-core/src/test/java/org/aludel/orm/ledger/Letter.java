package org.aludel.orm.ledger;

import jakarta.persistence.Entity;

/** Has a column of the same name as the invoices, of another type. */
@Entity
public class Letter extends Document {
  private String amount;

  protected Letter() {}

  public Letter(String title, String amount) {
    super(title);
    this.amount = amount;
  }

  public String getAmount() {
    return amount;
  }

  public void setAmount(String value) {
    amount = value;
  }
}
