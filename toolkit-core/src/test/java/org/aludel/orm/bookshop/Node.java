package org.aludel.orm.bookshop;

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
public class Node extends BookshopBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ManyToOne private Node parent;

  @OneToMany(
      mappedBy = "parent",
      cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
  private List<Node> children = new ArrayList<>();

  protected Node() {}

  public Node(String name) {
    this.name = name;
  }

  public Node(String name, Node parent) {
    this.name = name;
    this.parent = parent;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Node getParent() {
    return parent;
  }

  public void setParent(Node value) {
    parent = value;
  }

  public List<Node> getChildren() {
    return children;
  }
}
