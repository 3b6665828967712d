package org.aludel.orm.foreign;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.aludel.orm.foreign.billing.Money;
import org.aludel.orm.foreign.billing.Span;

/** An annotated class with parts of classes that others map. */
@Entity
public class Contract extends ForeignBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Embedded
  @AttributeOverride(name = "cents", column = @Column(name = "price"))
  private Money price;

  @Embedded private Span span;

  protected Contract() {}

  public Contract(Money price, Span span) {
    this.price = price;
    this.span = span;
  }

  public Long id() {
    return id;
  }

  public Money price() {
    return price;
  }

  public void price(Money other) {
    price = other;
  }

  public Span span() {
    return span;
  }
}
