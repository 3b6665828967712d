package org.aludel.orm.proxy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.collection.AssociationProxy;

/** Many carts hold many articles: a line is the row between them, and says how many of each. */
@Entity
public class Cart extends CartBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @OneToMany(mappedBy = "cart", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Line> lines = new ArrayList<>();

  public Long getId() {
    return id;
  }

  public List<Line> getLines() {
    return lines;
  }

  /** The articles of the lines; one that is added here is wanted once. */
  public List<Article> articles() {
    return AssociationProxy.list(() -> lines, Line::getArticle, Line::new);
  }
}
