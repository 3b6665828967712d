package org.aludel.orm.zoo;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Refers to animals of any class. */
@Entity
public class Keeper extends ZooBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @OneToMany(mappedBy = "keeper", cascade = CascadeType.ALL)
  private List<Animal> animals = new ArrayList<>();

  @ManyToOne private Animal favourite;

  protected Keeper() {}

  public Keeper(String name) {
    this.name = name;
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

  public List<Animal> getAnimals() {
    return animals;
  }

  public Animal getFavourite() {
    return favourite;
  }

  public void setFavourite(Animal value) {
    favourite = value;
  }
}
