package org.aludel.orm.bookshop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** Has a version and an optional author. */
@Entity
public class Book extends BookshopBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String title;

  @Column(precision = 8, scale = 2)
  private BigDecimal price;

  @Version private int version;

  @ManyToOne private Author author;

  protected Book() {}

  public Book(String title) {
    this.title = title;
  }

  public Book(String title, Author author) {
    this.title = title;
    this.author = author;
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String value) {
    title = value;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public void setPrice(BigDecimal value) {
    price = value;
  }

  public int getVersion() {
    return version;
  }

  public Author getAuthor() {
    return author;
  }

  public void setAuthor(Author value) {
    author = value;
  }
}
