package org.aludel.orm.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** The root of joined tables with a discriminator, which an attribute shows. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
public abstract class Payment extends FleetBase {
  @Id private Integer number;

  @Column(insertable = false, updatable = false)
  private Integer kind;

  protected Payment() {}

  protected Payment(Integer number) {
    this.number = number;
  }

  public Integer getNumber() {
    return number;
  }

  public Integer getKind() {
    return kind;
  }

  public void setKind(Integer value) {
    kind = value;
  }
}
