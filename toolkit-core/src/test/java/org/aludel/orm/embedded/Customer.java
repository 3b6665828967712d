package org.aludel.orm.embedded;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

/** Has two addresses and an amount; overrides columns of its superclass and of its members. */
@Entity
@AttributeOverride(name = "label", column = @Column(name = "customer_label", length = 40))
@AttributeOverride(name = "home.town", column = @Column(name = "home_town", length = 60))
public class Customer extends Party {
  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 90))
  @AttributeOverride(name = "town", column = @Column(name = "work_town"))
  @AttributeOverride(name = "position.latitude", column = @Column(name = "work_latitude"))
  @AttributeOverride(name = "position.longitude", column = @Column(name = "work_longitude"))
  private Address work;

  private Money credit;

  public Address getWork() {
    return work;
  }

  public void setWork(Address value) {
    work = value;
  }

  public Money getCredit() {
    return credit;
  }

  public void setCredit(Money value) {
    credit = value;
  }
}
