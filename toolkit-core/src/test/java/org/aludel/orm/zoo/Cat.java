package org.aludel.orm.zoo;

import jakarta.persistence.CascadeType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Has objects of its own and a class below it. */
@Entity
@DiscriminatorValue("cat")
public class Cat extends Furry {
  private int lives;

  @OneToMany(mappedBy = "cat", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("name")
  private List<Toy> toys = new ArrayList<>();

  protected Cat() {}

  public Cat(String name, String fur, int lives) {
    super(name, fur);
    this.lives = lives;
  }

  public int getLives() {
    return lives;
  }

  public void setLives(int value) {
    lives = value;
  }

  public List<Toy> getToys() {
    return toys;
  }
}
