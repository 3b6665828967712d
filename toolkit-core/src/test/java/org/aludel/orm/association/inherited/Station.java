package org.aludel.orm.association.inherited;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.List;

/** Has both sides of a relationship to its own class. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Station extends NetworkBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ManyToMany(cascade = CascadeType.PERSIST)
  private List<Station> next = new ArrayList<>();

  @ManyToMany(mappedBy = "next")
  private List<Station> previous = new ArrayList<>();

  protected Station() {}

  public Station(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public List<Station> getNext() {
    return next;
  }

  public List<Station> getPrevious() {
    return previous;
  }
}
