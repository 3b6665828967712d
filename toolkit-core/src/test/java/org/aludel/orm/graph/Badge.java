package org.aludel.orm.graph;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToOne;

/** Belongs to one person. */
@Entity
public class Badge extends GraphBase {
  @OneToOne(optional = false)
  private Person person;

  public Person getPerson() {
    return person;
  }

  public void setPerson(Person value) {
    person = value;
  }
}
