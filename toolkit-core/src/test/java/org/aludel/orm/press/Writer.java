package org.aludel.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Is referred to twice by a post. */
@Entity
public class Writer extends PressBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @OneToMany(mappedBy = "author")
  private List<Post> posts = new ArrayList<>();

  protected Writer() {}

  public Writer(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long value) {
    id = value;
  }

  public String getName() {
    return name;
  }

  public List<Post> getPosts() {
    return posts;
  }
}
