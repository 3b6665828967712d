package org.aludel.orm.cost;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;

/** Has very many titles. */
@Entity
public class Genre extends CatalogueBase {
  @Id private Long id;

  private String name;

  @ManyToMany(mappedBy = "genres")
  private Set<Title> titles = new HashSet<>();

  protected Genre() {}

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Set<Title> getTitles() {
    return titles;
  }

  public void setTitles(Set<Title> value) {
    titles = value;
  }
}
