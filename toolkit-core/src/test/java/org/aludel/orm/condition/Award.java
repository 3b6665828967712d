package org.aludel.orm.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.aludel.sql.Predicate;

/** The root of a hierarchy in one table. */
@Entity
public class Award extends Dated {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private int year;

  static Predicate eras(AwardT award, EraT era) {
    return award.year.between(era.since, era.until);
  }

  protected Award() {}

  public Award(int year) {
    this.year = year;
  }

  public Long getId() {
    return id;
  }

  public int getYear() {
    return year;
  }
}
