package org.aludel.orm.bookshop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** May stand on a shelf. */
@Entity
public class Copy extends BookshopBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Integer id;

  private String note;

  @ManyToOne private Shelf shelf;

  protected Copy() {}

  public Copy(String note) {
    this.note = note;
  }

  public Integer getId() {
    return id;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String value) {
    note = value;
  }

  public Shelf getShelf() {
    return shelf;
  }

  public void setShelf(Shelf value) {
    shelf = value;
  }
}
