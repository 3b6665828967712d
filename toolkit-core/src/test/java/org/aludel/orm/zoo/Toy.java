package org.aludel.orm.zoo;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Refers to a class that is not the root. */
@Entity
public class Toy extends ZooBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ManyToOne private Cat cat;

  protected Toy() {}

  public Toy(String name, Cat cat) {
    this.name = name;
    this.cat = cat;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String value) {
    name = value;
  }

  public Cat getCat() {
    return cat;
  }

  public void setCat(Cat value) {
    cat = value;
  }
}
