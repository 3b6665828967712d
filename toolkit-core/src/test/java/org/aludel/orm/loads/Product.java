package org.aludel.orm.loads;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** May be withdrawn: stays in the table and is no more shown. */
@Entity
public class Product extends LoadsBase implements Withdrawable {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, unique = true)
  private String name;

  private boolean withdrawn;

  @Version private int version;

  protected Product() {}

  public Product(String name) {
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

  @Override
  public boolean isWithdrawn() {
    return withdrawn;
  }

  public void setWithdrawn(boolean value) {
    withdrawn = value;
  }

  public int getVersion() {
    return version;
  }
}
