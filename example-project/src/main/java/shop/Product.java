package shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Something to buy; of two kinds, in one table. */
// tutorial: product
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", length = 10)
public abstract class Product extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(length = 60, nullable = false)
  private String title;

  @Column(precision = 10, scale = 2, nullable = false)
  private BigDecimal price;

  @ManyToOne private Category category;

  @OneToMany(mappedBy = "product", cascade = CascadeType.ALL)
  private List<Review> reviews = new ArrayList<>();

  @ManyToMany(cascade = CascadeType.PERSIST)
  @JoinTable(
      name = "product_tag",
      joinColumns = @JoinColumn(name = "product_id"),
      inverseJoinColumns = @JoinColumn(name = "tag_name"))
  private Set<Tag> tags = new HashSet<>();

  // end

  protected Product() {}

  protected Product(String title, String price, Category category) {
    this.title = title;
    this.price = new BigDecimal(price);
    this.category = category;
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public void setPrice(String price) {
    this.price = new BigDecimal(price);
  }

  public Category getCategory() {
    return category;
  }

  public List<Review> getReviews() {
    return reviews;
  }

  public Set<Tag> getTags() {
    return tags;
  }
}
