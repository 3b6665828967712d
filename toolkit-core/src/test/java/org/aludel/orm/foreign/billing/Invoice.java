package org.aludel.orm.foreign.billing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** As {@link Customer}, with a private constructor and a field of its superclass. */
public class Invoice extends Numbered<String> {
  private Long id;
  private Customer customer;
  private List<Line> lines = new ArrayList<>();
  private Set<Label> labels = new HashSet<>();
  private int printed;

  private Invoice() {
    super("");
  }

  public Invoice(String number, Customer customer) {
    super(number);
    this.customer = customer;
    customer.invoices().add(this);
  }

  public Invoice line(String text, int cents) {
    lines.add(new Line(this, text, cents));
    return this;
  }

  public Set<Label> labels() {
    return labels;
  }

  public void print() {
    printed++;
  }

  public int printed() {
    return printed;
  }

  public Long id() {
    return id;
  }

  public Customer customer() {
    return customer;
  }

  public List<Line> lines() {
    return lines;
  }
}
