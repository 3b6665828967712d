package org.aludel.orm.converted;

import jakarta.persistence.MappedSuperclass;

/** What is sold or not. */
@MappedSuperclass
public abstract class Sold extends ConvertedBase {
  private Boolean sold;

  public Boolean getSold() {
    return sold;
  }

  public void setSold(Boolean value) {
    sold = value;
  }
}
