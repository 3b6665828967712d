package org.aludel.orm.derived;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

/** Shares the id of its person, and has it in an attribute. */
@Entity
public class Passport extends DerivedBase {
  @Id private Long id;

  @MapsId @OneToOne private Person person;

  private String country;

  protected Passport() {}

  public Passport(Person person, String country) {
    this.person = person;
    this.country = country;
  }

  public Long getId() {
    return id;
  }

  public Person getPerson() {
    return person;
  }

  public void setPerson(Person value) {
    person = value;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String value) {
    country = value;
  }
}
