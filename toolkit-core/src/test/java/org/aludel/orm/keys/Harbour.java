package org.aludel.orm.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Refers to a nation by a constraint that does not follow its key. */
@Entity
public class Harbour extends KeysBase {
  @Id private String name;

  @ManyToOne private Nation nation;

  protected Harbour() {}

  public Harbour(String name, Nation nation) {
    this.name = name;
    this.nation = nation;
  }

  public String getName() {
    return name;
  }

  public Nation getNation() {
    return nation;
  }
}
