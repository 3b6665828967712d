package org.aludel.orm.maps;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import java.util.HashMap;
import java.util.Map;

/** Of many shelves. */
@Entity
public class Topic extends ShelfBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ManyToMany(mappedBy = "topics")
  @MapKey
  private Map<Long, Shelf> shelves = new HashMap<>();

  protected Topic() {}

  public Topic(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Map<Long, Shelf> getShelves() {
    return shelves;
  }
}
