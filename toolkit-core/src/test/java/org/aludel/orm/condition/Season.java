package org.aludel.orm.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.sql.Predicate;

/** Has an id of two columns, of which a condition takes one. */
@Entity
@IdClass(Season.Key.class)
public class Season extends MusicBase {
  /** Its id. */
  public record Key(String town, int year) {}

  @Id private String town = "";
  @Id private int year;

  @OneToMany @JoinCondition private List<Source> sources = new ArrayList<>();

  static Predicate sources(SeasonT season, SourceT source) {
    return source.year.eq(season.year);
  }

  protected Season() {}

  public Season(String town, int year) {
    this.town = town;
    this.year = year;
  }

  public String getTown() {
    return town;
  }

  public int getYear() {
    return year;
  }

  public List<Source> getSources() {
    return sources;
  }
}
