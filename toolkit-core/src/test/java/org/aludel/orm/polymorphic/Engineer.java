package org.aludel.orm.polymorphic;

import jakarta.persistence.Entity;

/** Beside the leaders; what it knows is embedded. */
@Entity
public class Engineer extends Employee {
  private String language;

  private Skill skill;

  protected Engineer() {}

  public Engineer(String name, String language, Skill skill) {
    super(name);
    this.language = language;
    this.skill = skill;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String value) {
    language = value;
  }

  public Skill getSkill() {
    return skill;
  }

  public void setSkill(Skill value) {
    skill = value;
  }
}
