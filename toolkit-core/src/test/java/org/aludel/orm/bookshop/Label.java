package org.aludel.orm.bookshop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Cannot be without its shelf. */
@Entity
public class Label extends BookshopBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String text;

  @ManyToOne(optional = false)
  private Shelf shelf;

  protected Label() {}

  public Label(String text, Shelf shelf) {
    this.text = text;
    this.shelf = shelf;
  }

  public Long getId() {
    return id;
  }

  public String getText() {
    return text;
  }

  public Shelf getShelf() {
    return shelf;
  }
}
