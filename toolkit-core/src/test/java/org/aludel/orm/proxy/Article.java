package org.aludel.orm.proxy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.Set;
import org.aludel.orm.collection.AssociationProxy;

/** Has labels, which are texts to whoever uses it and rows to the database. */
@Entity
public class Article extends CartBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String name;

  @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
  private Set<Label> labels = new HashSet<>();

  protected Article() {}

  public Article(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  /** The texts of the labels. */
  public Set<String> labels() {
    return AssociationProxy.set(() -> labels, Label::getText, Label::new);
  }
}
