package org.aludel.orm.press;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Has an id of two columns. */
@Entity
public class Magazine extends PressBase {
  @Id
  @Column(name = "country_code", length = 2)
  private String country;

  @Id private int number;

  @ManyToOne private Writer chief;

  protected Magazine() {}

  public Magazine(String country, int number) {
    this.country = country;
    this.number = number;
  }

  public String getCountry() {
    return country;
  }

  public int getNumber() {
    return number;
  }

  public Writer getChief() {
    return chief;
  }
}
