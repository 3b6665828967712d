package org.aludel.orm.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

/** Belongs to one citizen, whom it must have. */
@Entity
public class Passport extends LinksBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(unique = true)
  private String number;

  @OneToOne(optional = false)
  private Citizen citizen;

  protected Passport() {}

  public Passport(String number) {
    this.number = number;
  }

  public Long getId() {
    return id;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String value) {
    number = value;
  }

  public Citizen getCitizen() {
    return citizen;
  }

  public void setCitizen(Citizen value) {
    citizen = value;
  }
}
