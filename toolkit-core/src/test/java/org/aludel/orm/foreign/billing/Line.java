package org.aludel.orm.foreign.billing;

/** A final class with a constructor that only its package can call. */
public final class Line {
  private long id;
  private Invoice invoice;
  private String text = "";
  private int cents;

  Line() {}

  Line(Invoice invoice, String text, int cents) {
    this.invoice = invoice;
    this.text = text;
    this.cents = cents;
  }

  public long id() {
    return id;
  }

  public Invoice invoice() {
    return invoice;
  }

  public String text() {
    return text;
  }

  public int cents() {
    return cents;
  }

  public void correct(int other) {
    cents = other;
  }
}
