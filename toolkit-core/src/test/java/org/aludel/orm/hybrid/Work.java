package org.aludel.orm.hybrid;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** What a composer is counted by. */
@Entity
@SuppressWarnings("NullAway.Init") // rows fill them
public class Work extends ScoreBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title;

  @ManyToOne(fetch = FetchType.LAZY)
  private Composer composer;

  protected Work() {}

  public Work(String title, Composer composer) {
    this.title = title;
    this.composer = composer;
  }

  public String getTitle() {
    return title;
  }

  public Composer getComposer() {
    return composer;
  }
}
