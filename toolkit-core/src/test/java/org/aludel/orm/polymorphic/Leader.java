package org.aludel.orm.polymorphic;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** Has a reference of its own, also to one of its class. */
@Entity
public class Leader extends Employee {
  private Integer bonus;

  @ManyToOne private Office office;

  @ManyToOne private Leader mentor;

  protected Leader() {}

  public Leader(String name, Integer bonus) {
    super(name);
    this.bonus = bonus;
  }

  public Integer getBonus() {
    return bonus;
  }

  public void setBonus(Integer value) {
    bonus = value;
  }

  public Office getOffice() {
    return office;
  }

  public void setOffice(Office value) {
    office = value;
  }

  public Leader getMentor() {
    return mentor;
  }

  public void setMentor(Leader value) {
    mentor = value;
  }
}
