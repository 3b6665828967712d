package org.aludel.orm.fleet;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Refers to a class that is not the root. */
@Entity
public class Seat extends FleetBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String place;

  @ManyToOne private Car car;

  protected Seat() {}

  public Seat(String place, Car car) {
    this.place = place;
    this.car = car;
  }

  public Long getId() {
    return id;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String value) {
    place = value;
  }

  public Car getCar() {
    return car;
  }

  public void setCar(Car value) {
    car = value;
  }
}
