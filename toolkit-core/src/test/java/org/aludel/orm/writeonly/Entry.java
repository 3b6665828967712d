package org.aludel.orm.writeonly;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.aludel.orm.annotation.ForeignKeyAction;
import org.aludel.orm.annotation.OnDelete;

/** Goes with its account, by the server. */
@Entity
public class Entry extends AccountBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private int amount;

  @ManyToOne
  @OnDelete(ForeignKeyAction.CASCADE)
  private Account account;

  protected Entry() {}

  public Entry(int amount) {
    this.amount = amount;
  }

  public int getAmount() {
    return amount;
  }

  public Account getAccount() {
    return account;
  }

  public Long getId() {
    return id;
  }
}
