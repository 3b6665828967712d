package org.aludel.orm.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import java.util.HashMap;
import java.util.Map;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.sql.Predicate;

/** A span of years, which no row of a work names. */
@Entity
public class Era extends MusicBase {
  @Id private String name = "";

  private int since;

  private int until;

  @ManyToMany
  @JoinCondition
  @MapKey(name = "title")
  private Map<String, Work> works = new HashMap<>();

  static Predicate works(EraT era, WorkT work) {
    return work.year.between(era.since, era.until);
  }

  protected Era() {}

  public Era(String name, int since, int until) {
    this.name = name;
    this.since = since;
    this.until = until;
  }

  public String getName() {
    return name;
  }

  public int getSince() {
    return since;
  }

  public int getUntil() {
    return until;
  }

  public Map<String, Work> getWorks() {
    return works;
  }
}
