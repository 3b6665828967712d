package org.aludel.orm.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.sql.Predicate;

/** The root of a hierarchy with a table for each class. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public class Source extends MusicBase {
  @Id private long id;

  private int year;

  @ManyToMany @JoinCondition private List<Season> seasons = new ArrayList<>();

  static Predicate seasons(SourceT source, SeasonT season) {
    return season.year.eq(source.year);
  }

  protected Source() {}

  public Source(long id, int year) {
    this.id = id;
    this.year = year;
  }

  public long getId() {
    return id;
  }

  public int getYear() {
    return year;
  }

  public List<Season> getSeasons() {
    return seasons;
  }
}
