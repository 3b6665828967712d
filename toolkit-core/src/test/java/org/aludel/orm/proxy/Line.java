package org.aludel.orm.proxy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** The row between a cart and an article, with a column of its own. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"cart_id", "article_id"}))
public class Line extends CartBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "cart_id")
  @SuppressWarnings("UnusedVariable") // the owning side
  private Cart cart;

  @ManyToOne(optional = false, cascade = CascadeType.PERSIST)
  @JoinColumn(name = "article_id")
  private Article article;

  private int quantity = 1;

  protected Line() {}

  public Line(Article article) {
    this.article = article;
  }

  public Article getArticle() {
    return article;
  }

  public int getQuantity() {
    return quantity;
  }

  public void setQuantity(int value) {
    quantity = value;
  }
}
