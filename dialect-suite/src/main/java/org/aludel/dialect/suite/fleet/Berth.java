package org.aludel.dialect.suite.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Known by a key of two columns. */
@Entity
@Table(name = "suite_berth")
public class Berth extends FleetBase {
  @Id
  @Column(length = 40)
  private String harbour = "";

  @Id private int number;

  private @Nullable String note;

  @ManyToMany(mappedBy = "berths")
  private Set<Ship> ships = new LinkedHashSet<>();

  protected Berth() {}

  public Berth(String harbour, int number) {
    this.harbour = harbour;
    this.number = number;
  }

  public String getHarbour() {
    return harbour;
  }

  public int getNumber() {
    return number;
  }

  public Set<Ship> getShips() {
    return ships;
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String value) {
    note = value;
  }
}
