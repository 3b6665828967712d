package org.aludel.dialect.suite.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Belongs to a ship. */
@Entity
@Table(name = "suite_sailor")
public class Sailor extends FleetBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(length = 60)
  private String name = "";

  @ManyToOne private @Nullable Ship ship;

  protected Sailor() {}

  public Sailor(String name) {
    this.name = name;
  }

  public @Nullable Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String value) {
    name = value;
  }

  /** The ship, of a sailor who has one. */
  public Ship getShip() {
    return Objects.requireNonNull(ship, "no ship yet");
  }

  public void setShip(Ship value) {
    ship = value;
  }
}
