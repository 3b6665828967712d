package org.aludel.orm.filled;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.aludel.orm.annotation.Deferred;
import org.aludel.orm.annotation.QueryExpression;
import org.jspecify.annotations.Nullable;

/** Has two attributes that no table stores. */
@Entity
@SuppressWarnings("NullAway.Init") // rows fill them
public class Song extends StudioBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title;

  @Deferred private @Nullable String lyrics;

  @QueryExpression private @Nullable String label;

  @QueryExpression private int rank;

  @Version private int version;

  @ManyToOne(fetch = FetchType.LAZY)
  private Singer singer;

  protected Song() {}

  public Song(String title, Singer singer) {
    this.title = title;
    this.singer = singer;
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public @Nullable String getLyrics() {
    return lyrics;
  }

  public @Nullable String getLabel() {
    return label;
  }

  public void setLabel(@Nullable String label) {
    this.label = label;
  }

  public int getRank() {
    return rank;
  }

  public int getVersion() {
    return version;
  }

  public Singer getSinger() {
    return singer;
  }
}
