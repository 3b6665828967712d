package org.aludel.orm.foreign.billing;

import java.util.HashSet;
import java.util.Set;

/** What invoices are marked with, from both sides. */
public class Label {
  private String name = "";
  private int version;
  private Set<Invoice> invoices = new HashSet<>();
  private Set<String> synonyms = new HashSet<>();

  protected Label() {}

  public Label(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  public int version() {
    return version;
  }

  public Set<Invoice> invoices() {
    return invoices;
  }

  public Set<String> synonyms() {
    return synonyms;
  }
}
