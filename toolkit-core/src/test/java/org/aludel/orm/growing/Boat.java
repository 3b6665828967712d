package org.aludel.orm.growing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.aludel.orm.annotation.ColumnProperty;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.sql.Expression;

/** Its classes lie in joined tables. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@SuppressWarnings("NullAway.Init") // rows fill them
public class Boat extends GrowingBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private Long id;

  private String name;

  @ColumnProperty private String label;

  protected Boat() {}

  public Boat(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public String getLabel() {
    return label;
  }

  @Hybrid
  static Expression<String> label(BoatT boat) {
    return boat.name.concat("!");
  }
}
