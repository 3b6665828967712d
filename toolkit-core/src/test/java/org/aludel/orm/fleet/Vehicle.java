package org.aludel.orm.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** The root, which has objects of its own; no discriminator. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Vehicle extends FleetBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, unique = true)
  private String name;

  @Version private int version;

  @ManyToOne private Driver driver;

  protected Vehicle() {}

  public Vehicle(String name) {
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

  public int getVersion() {
    return version;
  }

  public void setVersion(int value) {
    version = value;
  }

  public Driver getDriver() {
    return driver;
  }

  public void setDriver(Driver value) {
    driver = value;
  }
}
