package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.OneToOne;
import java.math.BigDecimal;

/** How an order was paid; what the ways have in common is in one table, the rest in their own. */
// tutorial: payment
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Payment extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(precision = 10, scale = 2, nullable = false)
  private BigDecimal amount;

  @OneToOne(optional = false)
  private Order order;

  // end

  protected Payment() {}

  protected Payment(Order order, String amount) {
    this.order = order;
    this.amount = new BigDecimal(amount);
  }

  public Long getId() {
    return id;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public Order getOrder() {
    return order;
  }
}
