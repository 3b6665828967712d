package org.aludel.orm.engines;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Has its row in the default engine, and receipts in another. */
@Entity
public class Shop extends EnginesBase {
  private String name;

  @OneToMany(mappedBy = "shop", cascade = CascadeType.PERSIST)
  private List<Receipt> receipts = new ArrayList<>();

  protected Shop() {}

  public Shop(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }

  public void setName(String value) {
    name = value;
  }

  public List<Receipt> getReceipts() {
    return receipts;
  }

  public void setReceipts(List<Receipt> value) {
    receipts = value;
  }
}
