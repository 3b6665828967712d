package org.aludel.orm.derived;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Has an id that people give. */
@Entity
public class Hall extends DerivedBase {
  @Id
  @Column(length = 12)
  private String code;

  protected Hall() {}

  public Hall(String code) {
    this.code = code;
  }

  public String getCode() {
    return code;
  }
}
