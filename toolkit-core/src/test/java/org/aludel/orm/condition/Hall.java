package org.aludel.orm.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.sql.Predicate;

/** Has a condition of its own over columns of two tables. */
@Entity
public class Hall extends Venue {
  private int seats;

  @OneToMany @JoinCondition private List<Hall> smaller = new ArrayList<>();

  static Predicate smaller(HallT hall, HallT other) {
    return other.town.eq(hall.town).and(other.seats.lt(hall.seats));
  }

  protected Hall() {}

  public Hall(String town, int seats) {
    super(town);
    this.seats = seats;
  }

  public int getSeats() {
    return seats;
  }

  public List<Hall> getSmaller() {
    return smaller;
  }
}
