package org.aludel.orm.attributes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A part of an album. */
@Entity
public class Track extends AlbumBase {
  @Id private long id;

  @ManyToOne
  @SuppressWarnings("UnusedVariable") // the owning side
  private @Nullable Album album;

  protected Track() {}

  Track(long id) {
    this.id = id;
  }

  @Override
  public String toString() {
    return "track " + id;
  }
}
