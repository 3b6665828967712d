package org.aludel.orm.view;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.View;

/** What a buyer has paid so far, as a view counts it. */
@Entity
@View
@Table(name = "turnover_by_buyer")
public class Turnover extends ViewBase {
  @Id private long buyer;
  private long total;

  @OneToMany(mappedBy = "turnover")
  private List<Purchase> purchases = new ArrayList<>();

  protected Turnover() {}

  public Turnover(long buyer) {
    this.buyer = buyer;
  }

  public long getTotal() {
    return total;
  }

  public void setTotal(long total) {
    this.total = total;
  }

  public List<Purchase> getPurchases() {
    return purchases;
  }
}
