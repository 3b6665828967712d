package org.aludel.orm.foreign.billing;

/** A value of a domain, which nobody can change. */
public class Money {
  private long cents;
  private String currency = "";

  private Money() {}

  public static Money of(long cents, String currency) {
    Money money = new Money();
    money.cents = cents;
    money.currency = currency;
    return money;
  }

  public long cents() {
    return cents;
  }

  public String currency() {
    return currency;
  }
}
