package org.aludel.orm.positions;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.LinkedHashSet;
import java.util.Set;

/** An element of lists, which knows them too. */
@Entity
public class Song extends PositionBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title;

  @ManyToMany(mappedBy = "songs")
  private Set<Playlist> playlists = new LinkedHashSet<>();

  protected Song() {}

  public Song(String title) {
    this.title = title;
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public Set<Playlist> getPlaylists() {
    return playlists;
  }
}
