package org.aludel.orm.records;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row of a reference table. */
@Entity
public record Country(@Id @Column(length = 2) String code, String name, int people)
    implements Atlas {
  public Country {
    if (people < 0) {
      throw new IllegalArgumentException(name + " has " + people + " people");
    }
  }

  /** By the code alone, as some like it. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Country country && country.code.equals(code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }
}
