package org.aludel.orm.positions;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** An element that knows whose it is. */
@Entity
public class Volume extends PositionBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title;

  @ManyToOne private Shelf shelf;

  protected Volume() {}

  public Volume(String title) {
    this.title = title;
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public Shelf getShelf() {
    return shelf;
  }

  public void setShelf(Shelf value) {
    shelf = value;
  }
}
