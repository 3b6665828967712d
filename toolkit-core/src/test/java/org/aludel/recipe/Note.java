package org.aludel.recipe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Is marked in place of being deleted. */
@Entity
public class Note extends RecipeBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String content;

  private boolean discarded;

  protected Note() {}

  public Note(String content) {
    this.content = content;
  }

  public Long getId() {
    return id;
  }

  public String getContent() {
    return content;
  }

  public boolean isDiscarded() {
    return discarded;
  }

  public void discard() {
    discarded = true;
  }
}
