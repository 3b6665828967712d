package org.aludel.orm.cost;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Has titles. */
@Entity
public class Writer extends CatalogueBase {
  @Id private Long id;

  @OneToMany(mappedBy = "writer", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Title> titles = new ArrayList<>();

  protected Writer() {}

  public Long getId() {
    return id;
  }

  public List<Title> getTitles() {
    return titles;
  }

  public void setTitles(List<Title> value) {
    titles = value;
  }
}
