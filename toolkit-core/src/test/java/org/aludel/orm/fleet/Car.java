package org.aludel.orm.fleet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.util.ArrayList;
import java.util.List;

/** Its key has a name of its own. */
@Entity
@PrimaryKeyJoinColumn(name = "vehicle_id")
public class Car extends Vehicle {
  private int doors;

  private String label;

  @OneToMany(mappedBy = "car", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Seat> seats = new ArrayList<>();

  protected Car() {}

  public Car(String name, int doors) {
    super(name);
    this.doors = doors;
  }

  public int getDoors() {
    return doors;
  }

  public void setDoors(int value) {
    doors = value;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String value) {
    label = value;
  }

  public List<Seat> getSeats() {
    return seats;
  }
}
