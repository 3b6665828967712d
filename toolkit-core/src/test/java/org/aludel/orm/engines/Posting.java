package org.aludel.orm.engines;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.aludel.orm.annotation.ForeignKeyAction;
import org.aludel.orm.annotation.OnDelete;

/** One of many in a ledger. */
@Entity
public class Posting implements Books {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private int amount;

  @ManyToOne(fetch = FetchType.LAZY)
  @OnDelete(ForeignKeyAction.CASCADE)
  private Ledger ledger;

  protected Posting() {}

  public Posting(int amount) {
    this.amount = amount;
  }

  public Long getId() {
    return id;
  }

  public int getAmount() {
    return amount;
  }

  public Ledger getLedger() {
    return ledger;
  }
}
