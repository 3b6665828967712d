package org.aludel.orm.derived;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;

/** Is known by its invoice and its number in it. */
@Entity
@IdClass(InvoiceLine.Key.class)
public class InvoiceLine extends DerivedBase {
  /** The id outside of a line. */
  public record Key(long invoice, int number) {}

  @Id @ManyToOne private Invoice invoice;

  @Id private int number;

  private String text;

  protected InvoiceLine() {}

  InvoiceLine(Invoice invoice, int number, String text) {
    this.invoice = invoice;
    this.number = number;
    this.text = text;
  }

  public Invoice getInvoice() {
    return invoice;
  }

  public void setInvoice(Invoice value) {
    invoice = value;
  }

  public int getNumber() {
    return number;
  }

  public String getText() {
    return text;
  }

  public void setText(String value) {
    text = value;
  }
}
