package org.aludel.orm.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import org.aludel.orm.annotation.JoinCondition;
import org.aludel.sql.Predicate;
import org.jspecify.annotations.Nullable;

/** Is of an era by its year alone. */
@Entity
public class Work extends MusicBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title = "";

  private int year;

  @ManyToOne(optional = false)
  private Composer composer;

  @ManyToOne private @Nullable Venue venue;

  @OneToOne @JoinCondition private @Nullable Era era;

  static Predicate era(WorkT work, EraT era) {
    return work.year.between(era.since, era.until);
  }

  protected Work() {}

  public Work(Composer composer, String title, int year, @Nullable Venue venue) {
    this.composer = composer;
    this.title = title;
    this.year = year;
    this.venue = venue;
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public int getYear() {
    return year;
  }

  public void setYear(int year) {
    this.year = year;
  }

  public Composer getComposer() {
    return composer;
  }

  public @Nullable Venue getVenue() {
    return venue;
  }

  public @Nullable Era getEra() {
    return era;
  }
}
