package org.aludel.recipe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Is audited, cached, and changed by several at once. */
@Entity
public class Price extends RecipeBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String article;

  private int cents;

  @Version private int version;

  protected Price() {}

  public Price(String article, int cents) {
    this.article = article;
    this.cents = cents;
  }

  public Long getId() {
    return id;
  }

  public String getArticle() {
    return article;
  }

  public int getCents() {
    return cents;
  }

  public void setCents(int value) {
    cents = value;
  }
}
