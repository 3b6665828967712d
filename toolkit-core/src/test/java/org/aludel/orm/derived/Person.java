package org.aludel.orm.derived;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

/** Has an id that the server makes. */
@Entity
public class Person extends DerivedBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @OneToOne(mappedBy = "person", cascade = CascadeType.ALL, orphanRemoval = true)
  private Passport passport;

  protected Person() {}

  public Person(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Passport getPassport() {
    return passport;
  }

  public void setPassport(Passport value) {
    passport = value;
  }
}
