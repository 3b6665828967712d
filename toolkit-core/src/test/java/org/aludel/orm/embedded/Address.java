package org.aludel.orm.embedded;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A class that is filled and changed in place, with a record inside. */
@Embeddable
public class Address {
  @Column(length = 80)
  private String street;

  private String town;
  private Position position;

  protected Address() {}

  public Address(String street, String town) {
    this.street = street;
    this.town = town;
  }

  public Address at(Position place) {
    position = place;
    return this;
  }

  public String getStreet() {
    return street;
  }

  public void setStreet(String value) {
    street = value;
  }

  public String getTown() {
    return town;
  }

  public Position getPosition() {
    return position;
  }
}
