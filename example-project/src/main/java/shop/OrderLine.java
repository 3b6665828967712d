package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A product in an order: many to many, with a column of its own. */
// tutorial: line
@Entity
public class OrderLine extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private int quantity;

  @ManyToOne(optional = false)
  private Order order;

  @ManyToOne(optional = false)
  private Product product;

  // end

  protected OrderLine() {}

  OrderLine(int quantity, Product product) {
    this.quantity = quantity;
    this.product = product;
  }

  public Long getId() {
    return id;
  }

  public int getQuantity() {
    return quantity;
  }

  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }

  public Product getProduct() {
    return product;
  }

  public Order getOrder() {
    return order;
  }
}
