package shop.tutorial.store;

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

  public CardPayment(Purchase purchase, String amount, String lastDigits) {
    super(purchase, amount);
    this.lastDigits = lastDigits;
  }

  public String getLastDigits() {
    return lastDigits;
  }
}
