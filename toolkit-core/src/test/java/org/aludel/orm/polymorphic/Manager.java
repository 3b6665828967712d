package org.aludel.orm.polymorphic;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** Has a reference of its own, also to one of its class. */
@Entity
public class Manager extends Employee {
  private Integer bonus;

  @ManyToOne private Office office;

  @ManyToOne private Manager mentor;

  protected Manager() {}

  public Manager(String name, Integer bonus) {
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

  public Manager getMentor() {
    return mentor;
  }

  public void setMentor(Manager value) {
    mentor = value;
  }
}
