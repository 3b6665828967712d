package org.aludel.orm.cost;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.LinkedHashSet;
import java.util.Set;

/** Has a writer and genres. */
@Entity
public class Title extends CatalogueBase {
  @Id private Long id;

  @ManyToOne private Writer writer;

  @ManyToMany private Set<Genre> genres = new LinkedHashSet<>();

  protected Title() {}

  public Title(long id) {
    this.id = id;
  }

  public Long getId() {
    return id;
  }

  public Writer getWriter() {
    return writer;
  }

  public Set<Genre> getGenres() {
    return genres;
  }
}
