package org.aludel.benchmarks.peer.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** One of the rows of which few change. */
@Entity
@Table(name = "stock")
public class JpaStock {
  @Id private long id;

  @Column(length = 40)
  private String name = "";

  private int amount;
  private OffsetDateTime taken = OffsetDateTime.MIN;

  /** Empty, for the library. */
  protected JpaStock() {}

  public long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public int getAmount() {
    return amount;
  }

  public void setAmount(int value) {
    amount = value;
  }

  public OffsetDateTime getTaken() {
    return taken;
  }
}
