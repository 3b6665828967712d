package org.aludel.orm.derived;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;

/** Is known by a line, whose id comes from an invoice, and a code. */
@Entity
@IdClass(Discount.Key.class)
public class Discount extends DerivedBase {
  /** The id outside of a discount, with the whole id of the line. */
  public record Key(InvoiceLine.Key line, String code) {}

  @Id @ManyToOne private InvoiceLine line;

  @Id private String code;

  private int percent;

  protected Discount() {}

  public Discount(InvoiceLine line, String code, int percent) {
    this.line = line;
    this.code = code;
    this.percent = percent;
  }

  public InvoiceLine getLine() {
    return line;
  }

  public int getPercent() {
    return percent;
  }
}
