package org.aludel.orm.bookshop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Has an id that the application gives. */
@Entity
public class Country extends BookshopBase {
  @Id
  @Column(length = 2)
  private String code;

  private String name;

  @Column(unique = true)
  private Integer rank;

  protected Country() {}

  public Country(String code, String name) {
    this.code = code;
    this.name = name;
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public void setName(String value) {
    name = value;
  }

  public Integer getRank() {
    return rank;
  }

  public Country rank(Integer value) {
    rank = value;
    return this;
  }
}
