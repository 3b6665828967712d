package shop.tutorial.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** Paid from an account. */
// tutorial: transfer
@Entity
public class Transfer extends Payment {
  @Column(length = 34, nullable = false)
  private String iban;

  // end

  protected Transfer() {}

  public Transfer(Purchase purchase, String amount, String iban) {
    super(purchase, amount);
    this.iban = iban;
  }

  public String getIban() {
    return iban;
  }
}
