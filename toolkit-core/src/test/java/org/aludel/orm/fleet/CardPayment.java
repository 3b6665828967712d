package org.aludel.orm.fleet;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** One of the two. */
@Entity
@DiscriminatorValue("1")
public class CardPayment extends Payment {
  private String card;

  protected CardPayment() {}

  public CardPayment(Integer number, String card) {
    super(number);
    this.card = card;
  }

  public String getCard() {
    return card;
  }

  public void setCard(String value) {
    card = value;
  }
}
