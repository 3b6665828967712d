package org.aludel.orm.association;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Owns two relationships: to genres, which know it, and to sequels, of its own class. */
@Entity
public class Novel extends LibraryBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title;

  @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
  private List<Genre> genres = new ArrayList<>();

  @ManyToMany
  @JoinTable(
      name = "sequel",
      joinColumns = @JoinColumn(name = "novel_id"),
      inverseJoinColumns = @JoinColumn(name = "sequel_id"))
  private Set<Novel> sequels = new LinkedHashSet<>();

  @ManyToMany(mappedBy = "sequels")
  private Set<Novel> prequels = new LinkedHashSet<>();

  protected Novel() {}

  public Novel(String title, Genre... genres) {
    this.title = title;
    this.genres.addAll(List.of(genres));
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public List<Genre> getGenres() {
    return genres;
  }

  public void setGenres(List<Genre> value) {
    genres = value;
  }

  public Set<Novel> getSequels() {
    return sequels;
  }

  public Set<Novel> getPrequels() {
    return prequels;
  }
}
