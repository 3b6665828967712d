package org.aludel.orm.foreign.billing;

import java.util.ArrayList;
import java.util.List;

/** A class of a domain that knows nothing of its storage. */
public class Customer {
  private Long id;
  private String name = "";
  private List<Invoice> invoices = new ArrayList<>();
  private List<Invoice> drafts = new ArrayList<>();

  protected Customer() {}

  public Customer(String name) {
    this.name = name;
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public void rename(String other) {
    name = other;
  }

  public List<Invoice> invoices() {
    return invoices;
  }

  public List<Invoice> drafts() {
    return drafts;
  }

  /** In memory what the mapping class says in SQL. */
  public boolean isKnown() {
    return !name.isEmpty();
  }
}
