package org.aludel.benchmarks.peer.own;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A row of the view that is streamed. */
@Entity
@Table(name = "reading")
public class Reading {
  @Id private long id;

  @Column(length = 40)
  private String name = "";

  private int amount;
  private OffsetDateTime taken = OffsetDateTime.MIN;

  /** Empty, for the library. */
  protected Reading() {}

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
