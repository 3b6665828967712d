package org.aludel.orm.loads;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Refers to its own class. */
@Entity
public class Topic extends LoadsBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ManyToOne private Topic parent;

  @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL)
  private List<Topic> children = new ArrayList<>();

  protected Topic() {}

  public Topic(String name, Topic... below) {
    this.name = name;
    children.addAll(List.of(below));
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Topic getParent() {
    return parent;
  }

  public List<Topic> getChildren() {
    return children;
  }
}
