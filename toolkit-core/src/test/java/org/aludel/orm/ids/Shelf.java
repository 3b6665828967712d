package org.aludel.orm.ids;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;

/** Has an id of two attributes, which a class of its own holds outside. */
@Entity
@IdClass(ShelfId.class)
public class Shelf extends IdBase {
  @Id private int level;
  @Id private String room;
  private String label;

  @ManyToMany private Set<Parcel> parcels = new HashSet<>();

  protected Shelf() {}

  public Shelf(String room, int level, String label) {
    this.room = room;
    this.level = level;
    this.label = label;
  }

  public int getLevel() {
    return level;
  }

  public String getRoom() {
    return room;
  }

  public String getLabel() {
    return label;
  }

  public Set<Parcel> getParcels() {
    return parcels;
  }
}
