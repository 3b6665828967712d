package org.aludel.orm.proxy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One text of an article. */
@Entity
public class Label extends CartBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String text;

  @ManyToOne(optional = false)
  @SuppressWarnings("UnusedVariable") // the owning side
  private Article article;

  protected Label() {}

  public Label(String text) {
    this.text = text;
  }

  public String getText() {
    return text;
  }
}
