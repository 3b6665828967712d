package shop;

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

  public Transfer(Order order, String amount, String iban) {
    super(order, amount);
    this.iban = iban;
  }

  public String getIban() {
    return iban;
  }
}
