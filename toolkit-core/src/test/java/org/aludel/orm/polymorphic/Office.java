package org.aludel.orm.polymorphic;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** What leaders alone refer to. */
@Entity
public class Office extends StaffBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String town;

  protected Office() {}

  public Office(String town) {
    this.town = town;
  }

  public Long getId() {
    return id;
  }

  public String getTown() {
    return town;
  }
}
