package org.aludel.orm.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.sql.Predicate;

/** Owner and target of a condition in a table that others share. */
@Entity
public class Medal extends Award {
  private String metal = "";

  @OneToMany @JoinCondition private List<Medal> later = new ArrayList<>();

  static Predicate later(MedalT medal, MedalT other) {
    return other.metal.eq(medal.metal).and(other.year.gt(medal.year));
  }

  protected Medal() {}

  public Medal(int year, String metal) {
    super(year);
    this.metal = metal;
  }

  public String getMetal() {
    return metal;
  }

  public List<Medal> getLater() {
    return later;
  }
}
