package org.aludel.orm.view;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A purchase, whose buyer's figures stand in a view. */
@Entity
public class Purchase extends ViewBase {
  @Id private long id;
  private int price;

  @ManyToOne private Turnover turnover;

  protected Purchase() {}

  public Purchase(long id, int price, Turnover turnover) {
    this.id = id;
    this.price = price;
    this.turnover = turnover;
  }

  public int getPrice() {
    return price;
  }

  public Turnover getTurnover() {
    return turnover;
  }
}
