package org.aludel.orm.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** The third level; its discriminator is the name of the class. */
@Entity
public class Lion extends Cat {
  @Column(nullable = false)
  private String pride;

  protected Lion() {}

  public Lion(String name, String fur, String pride) {
    super(name, fur, 1);
    this.pride = pride;
  }

  public String getPride() {
    return pride;
  }

  public void setPride(String value) {
    pride = value;
  }
}
