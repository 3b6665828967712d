package org.aludel.orm.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** The root, which has no objects of its own. */
@Entity
@Inheritance
@DiscriminatorColumn(name = "kind", length = 20)
public abstract class Animal extends ZooBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, unique = true)
  private String name;

  @Version private int version;

  @ManyToOne private Keeper keeper;

  protected Animal() {}

  protected Animal(String name) {
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

  public int getVersion() {
    return version;
  }

  public void setVersion(int value) {
    version = value;
  }

  public Keeper getKeeper() {
    return keeper;
  }

  public void setKeeper(Keeper value) {
    keeper = value;
  }
}
