package org.aludel.orm.fleet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Refers to vehicles of any class, and to one class. */
@Entity
public class Driver extends FleetBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @OneToMany(mappedBy = "driver", cascade = CascadeType.ALL)
  @OrderBy("name")
  private List<Vehicle> vehicles = new ArrayList<>();

  @ManyToOne private Vehicle favourite;

  @ManyToOne private Truck truck;

  protected Driver() {}

  public Driver(String name) {
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

  public List<Vehicle> getVehicles() {
    return vehicles;
  }

  public Vehicle getFavourite() {
    return favourite;
  }

  public void setFavourite(Vehicle value) {
    favourite = value;
  }

  public Truck getTruck() {
    return truck;
  }

  public void setTruck(Truck value) {
    truck = value;
  }
}
