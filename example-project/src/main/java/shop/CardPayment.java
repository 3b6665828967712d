package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** Paid by card. */
// tutorial: card
@Entity
public class CardPayment extends Payment {
  @Column(length = 34, nullable = false)
  private String lastDigits;

  // end

  protected CardPayment() {}

  public CardPayment(Order order, String amount, String lastDigits) {
    super(order, amount);
    this.lastDigits = lastDigits;
  }

  public String getLastDigits() {
    return lastDigits;
  }
}
