package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** What a user thinks of a product. */
@Entity
public class Review extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private int stars;

  @Column(length = 200)
  private String text;

  @ManyToOne(optional = false)
  private Product product;

  @ManyToOne(optional = false)
  private User user;

  protected Review() {}

  public Review(int stars, String text, User user) {
    this.stars = stars;
    this.text = text;
    this.user = user;
  }

  public int getStars() {
    return stars;
  }

  public String getText() {
    return text;
  }

  public Product getProduct() {
    return product;
  }

  public User getUser() {
    return user;
  }
}
