package org.aludel.orm.foreign;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.aludel.orm.foreign.billing.Customer;

/** An annotated class that refers to one that another maps. */
@Entity
public class Reminder extends ForeignBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(optional = false, targetEntity = CustomerMapping.class)
  private Customer customer;

  private String text = "";

  protected Reminder() {}

  public Reminder(Customer customer, String text) {
    this.customer = customer;
    this.text = text;
  }

  public String text() {
    return text;
  }

  public Customer customer() {
    return customer;
  }
}
