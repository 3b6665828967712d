package org.aludel.orm.links;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

/** May have a driver, and owns the licence that it was given. */
@Entity
public class Car extends LinksBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String plate;

  @OneToOne private Citizen driver;

  @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true)
  private Licence licence;

  protected Car() {}

  public Car(String plate) {
    this.plate = plate;
  }

  public Long getId() {
    return id;
  }

  public String getPlate() {
    return plate;
  }

  public void setPlate(String value) {
    plate = value;
  }

  public Citizen getDriver() {
    return driver;
  }

  public void setDriver(Citizen value) {
    driver = value;
  }

  public Licence getLicence() {
    return licence;
  }

  public void setLicence(Licence value) {
    licence = value;
  }
}
