package org.aludel.orm.records;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A class that refers to a record. */
@Entity
public class City implements Atlas {
  @Id private long id;
  @ManyToOne private @Nullable Country country;

  protected City() {}

  City(long id, @Nullable Country country) {
    this.id = id;
    this.country = country;
  }

  @Nullable Country getCountry() {
    return country;
  }

  void setCountry(@Nullable Country value) {
    country = value;
  }
}
