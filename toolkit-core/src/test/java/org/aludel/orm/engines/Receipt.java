package org.aludel.orm.engines;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** Is kept in an engine of its own. */
@Entity
public class Receipt extends EnginesBase {
  private int total;

  @ManyToOne(fetch = FetchType.LAZY)
  private Shop shop;

  protected Receipt() {}

  public Receipt(Shop shop, int total) {
    this.shop = shop;
    this.total = total;
  }

  public int getTotal() {
    return total;
  }

  public void setTotal(int value) {
    total = value;
  }

  public Shop getShop() {
    return shop;
  }

  public void setShop(Shop value) {
    shop = value;
  }
}
