package org.aludel.orm.maps;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import java.util.HashMap;
import java.util.Map;

/** Has volumes by their code, and notes by their id. */
@Entity
public class Shelf extends ShelfBase {
  @Id private Long id;

  @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
  @MapKey(name = "code")
  private Map<String, Volume> volumes = new HashMap<>();

  @OneToMany(cascade = CascadeType.ALL)
  @JoinColumn(name = "shelf_id")
  @MapKey
  private Map<Long, Note> notes = new HashMap<>();

  @ManyToMany(cascade = CascadeType.PERSIST)
  @MapKey(name = "name")
  private Map<String, Topic> topics = new HashMap<>();

  protected Shelf() {}

  public Shelf(long id) {
    this.id = id;
  }

  public Long getId() {
    return id;
  }

  public Map<String, Volume> getVolumes() {
    return volumes;
  }

  public void setVolumes(Map<String, Volume> value) {
    volumes = value;
  }

  public Map<String, Topic> getTopics() {
    return topics;
  }

  public Map<Long, Note> getNotes() {
    return notes;
  }

  public Shelf with(String code) {
    volumes.put(code, new Volume(code));
    return this;
  }
}
