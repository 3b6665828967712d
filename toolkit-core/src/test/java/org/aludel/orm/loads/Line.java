package org.aludel.orm.loads;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One product of a purchase. */
@Entity
public class Line extends LoadsBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private int amount;

  @ManyToOne(optional = false)
  private Purchase purchase;

  @ManyToOne(optional = false)
  private Product product;

  protected Line() {}

  public Line(Product product, int amount) {
    this.product = product;
    this.amount = amount;
  }

  public Long getId() {
    return id;
  }

  public int getAmount() {
    return amount;
  }

  public Purchase getPurchase() {
    return purchase;
  }

  public Product getProduct() {
    return product;
  }
}
