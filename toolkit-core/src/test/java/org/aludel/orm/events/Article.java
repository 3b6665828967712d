package org.aludel.orm.events;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import java.util.ArrayList;
import java.util.List;

/** Has callbacks of its own, of its superclass, and listeners of both. */
@Entity
@EntityListeners(LowerListener.class)
public class Article extends Stamped {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, unique = true)
  private String title;

  @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Comment> comments = new ArrayList<>();

  protected Article() {}

  public Article(String title) {
    this.title = title;
  }

  @PrePersist
  void check() {
    Heard.say("Article.check");
    if (title.isBlank()) {
      throw new IllegalStateException("no title");
    }
    if (title.equals("discussed")) {
      comments.add(new Comment("first"));
    }
  }

  @PostPersist
  void stored() {
    Heard.say("Article.stored " + id);
  }

  @PostUpdate
  void changed() {
    Heard.say("Article.changed");
  }

  @PostRemove
  void gone() {
    Heard.say("Article.gone");
  }

  @Override
  protected void read() {
    Heard.say("not called: it overrides and has no annotation");
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String value) {
    title = value;
  }

  public List<Comment> getComments() {
    return comments;
  }
}
