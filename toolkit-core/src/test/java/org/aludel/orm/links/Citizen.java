package org.aludel.orm.links;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

/** Has a passport that lives and dies with it, and drives a car that does not. */
@Entity
public class Citizen extends LinksBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @OneToOne(mappedBy = "citizen", cascade = CascadeType.ALL, orphanRemoval = true)
  private Passport passport;

  @OneToOne(mappedBy = "driver")
  private Car car;

  protected Citizen() {}

  public Citizen(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String value) {
    name = value;
  }

  public Passport getPassport() {
    return passport;
  }

  public void setPassport(Passport value) {
    passport = value;
  }

  public Car getCar() {
    return car;
  }

  public void setCar(Car value) {
    car = value;
  }
}
