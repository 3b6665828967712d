package org.aludel.orm.zoo;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** Beside the cats. */
@Entity
@DiscriminatorValue("dog")
public class Dog extends Animal {
  private boolean trained;

  @ManyToOne private Cat enemy;

  protected Dog() {}

  public Dog(String name, boolean trained) {
    super(name);
    this.trained = trained;
  }

  public boolean isTrained() {
    return trained;
  }

  public void setTrained(boolean value) {
    trained = value;
  }

  public Cat getEnemy() {
    return enemy;
  }

  public void setEnemy(Cat value) {
    enemy = value;
  }
}
