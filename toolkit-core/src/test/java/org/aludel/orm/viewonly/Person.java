package org.aludel.orm.viewonly;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.List;

/** Sees its clubs from the other side. */
@Entity
public class Person extends ViewOnlyBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name = "";

  @ManyToMany(mappedBy = "people")
  private List<Club> clubs = new ArrayList<>();

  protected Person() {}

  public Person(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public List<Club> getClubs() {
    return clubs;
  }
}
