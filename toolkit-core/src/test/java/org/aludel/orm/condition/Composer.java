package org.aludel.orm.condition;

import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.sql.Predicate;
import org.jspecify.annotations.Nullable;

/** Sees its works by a key, and by conditions. */
@Entity
public class Composer extends MusicBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name = "";

  private String town = "";

  @OneToMany(mappedBy = "composer", cascade = CascadeType.ALL)
  private List<Work> works = new ArrayList<>();

  @OneToMany
  @JoinCondition
  @OrderBy("title")
  private List<Work> lateWorks = new ArrayList<>();

  static Predicate lateWorks(ComposerT composer, WorkT work) {
    return work.composer.id.eq(composer.id).and(work.year.ge(1800));
  }

  @ManyToOne @JoinCondition private @Nullable Work lastWork;

  static Predicate lastWork(ComposerT composer, WorkT work) {
    WorkT other = WorkT.WORK.as("counted");
    return work.composer
        .id
        .eq(composer.id)
        .and(
            work.year.eq(
                scalar(
                    select(max(other.year)).from(other).where(other.composer.id.eq(composer.id)))));
  }

  @ManyToMany @JoinCondition private List<Composer> neighbours = new ArrayList<>();

  static Predicate neighbours(ComposerT composer, ComposerT neighbour) {
    return neighbour.town.eq(composer.town).and(neighbour.id.ne(composer.id));
  }

  @ManyToMany @JoinCondition private List<Venue> stages = new ArrayList<>();

  static Predicate stages(ComposerT composer, VenueT venue) {
    WorkT work = WorkT.WORK.as("played");
    return exists(
        select(literal(1))
            .from(work)
            .where(work.composer.id.eq(composer.id), work.venue.id.eq(venue.id)));
  }

  protected Composer() {}

  public Composer(String name, String town) {
    this.name = name;
    this.town = town;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public String getTown() {
    return town;
  }

  public void setTown(String town) {
    this.town = town;
  }

  public List<Work> getWorks() {
    return works;
  }

  public List<Work> getLateWorks() {
    return lateWorks;
  }

  public @Nullable Work getLastWork() {
    return lastWork;
  }

  public void setLastWork(@Nullable Work lastWork) {
    this.lastWork = lastWork;
  }

  public List<Composer> getNeighbours() {
    return neighbours;
  }

  public List<Venue> getStages() {
    return stages;
  }
}
