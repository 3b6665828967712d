package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;

/** A word that products are found by; its name is its key. */
// tutorial: tag
@Entity
public class Tag extends Base {
  @Id
  @Column(length = 20)
  private String name;

  @ManyToMany(mappedBy = "tags")
  private Set<Product> products = new HashSet<>();

  // end

  protected Tag() {}

  public Tag(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }

  public Set<Product> getProducts() {
    return products;
  }
}
