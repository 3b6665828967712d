package org.aludel.orm.press;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Refers to two writers, to itself and to a magazine with a key of two columns. */
@Entity
@SuppressWarnings("unused") // fields are read by generated code
public class Post extends PressBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Integer id;

  @Column(length = 40)
  private String title;

  @ManyToOne private Writer author;

  @ManyToOne
  @JoinColumn(name = "checked_by")
  private Writer editor;

  @ManyToOne private Post parent;

  @ManyToOne
  @JoinColumn(name = "mag_number", referencedColumnName = "number")
  @JoinColumn(name = "mag_country", referencedColumnName = "country_code")
  private Magazine magazine;

  protected Post() {}

  public Post(String title) {
    this.title = title;
  }

  public Integer getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public Writer getAuthor() {
    return author;
  }

  public void setAuthor(Writer value) {
    author = value;
  }
}
