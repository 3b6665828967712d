package org.aludel.orm.embedded;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A superclass with an embedded attribute and one in a column. */
@MappedSuperclass
public abstract class Party extends EmbeddedBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String label;
  private Address home;

  public Long getId() {
    return id;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String value) {
    label = value;
  }

  public Address getHome() {
    return home;
  }

  public void setHome(Address value) {
    home = value;
  }
}
