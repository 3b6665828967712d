package org.aludel.orm.events;

import jakarta.persistence.Entity;
import jakarta.persistence.ExcludeDefaultListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Wants to hear nothing of listeners above it. */
@Entity
@ExcludeDefaultListeners
@ExcludeSuperclassListeners
public class Comment extends Stamped {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String text;

  @ManyToOne
  @SuppressWarnings("UnusedVariable") // the owning side
  private Article article;

  protected Comment() {}

  public Comment(String text) {
    this.text = text;
  }

  public Long getId() {
    return id;
  }

  public String getText() {
    return text;
  }

  public void setText(String value) {
    text = value;
  }
}
