package org.aludel.orm.maps;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Stands on a shelf under its code. */
@Entity
public class Volume extends ShelfBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String code;

  @ManyToOne private Shelf shelf;

  protected Volume() {}

  public Volume(String code) {
    this.code = code;
  }

  public Long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public Shelf getShelf() {
    return shelf;
  }

  public void setShelf(Shelf value) {
    shelf = value;
  }
}
