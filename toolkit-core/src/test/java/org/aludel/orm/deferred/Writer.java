package org.aludel.orm.deferred;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Nothing of it is deferred. */
@Entity
@SuppressWarnings("NullAway.Init") // rows fill them
public class Writer extends PressBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @OneToMany(
      mappedBy = "writer",
      cascade = {CascadeType.PERSIST, CascadeType.MERGE})
  private List<Article> articles = new ArrayList<>();

  protected Writer() {}

  public Writer(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }

  public List<Article> getArticles() {
    return articles;
  }
}
