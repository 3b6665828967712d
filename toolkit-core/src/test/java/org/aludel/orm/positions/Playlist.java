package org.aludel.orm.positions;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** Has a list of each kind that owns a table between. */
@Entity
public class Playlist extends PositionBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ManyToMany(cascade = CascadeType.PERSIST)
  @OrderColumn(name = "place")
  private List<Song> songs = new ArrayList<>();

  @OneToMany(cascade = CascadeType.ALL)
  @JoinTable(name = "playlist_note")
  @OrderColumn
  private List<Note> notes = new ArrayList<>();

  protected Playlist() {}

  public Playlist(String name, Song... songs) {
    this.name = name;
    this.songs.addAll(List.of(songs));
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public List<Song> getSongs() {
    return songs;
  }

  public void setSongs(List<Song> value) {
    songs = value;
  }

  public List<Note> getNotes() {
    return notes;
  }
}
