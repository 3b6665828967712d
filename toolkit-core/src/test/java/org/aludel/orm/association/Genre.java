package org.aludel.orm.association;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import java.util.LinkedHashSet;
import java.util.Set;

/** The side that owns nothing. */
@Entity
public class Genre extends LibraryBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ManyToMany(mappedBy = "genres")
  @OrderBy("title DESC")
  private Set<Novel> novels = new LinkedHashSet<>();

  protected Genre() {}

  public Genre(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Set<Novel> getNovels() {
    return novels;
  }
}
