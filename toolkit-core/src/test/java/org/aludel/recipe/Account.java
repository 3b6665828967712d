package org.aludel.recipe;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Lives in the database that its owner's name says. */
@Entity
public class Account extends RecipeBase {
  @Id private String owner;

  private int balance;

  protected Account() {}

  public Account(String owner, int balance) {
    this.owner = owner;
    this.balance = balance;
  }

  public String getOwner() {
    return owner;
  }

  public int getBalance() {
    return balance;
  }
}
