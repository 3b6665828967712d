package org.aludel.orm.bookshop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** The other half of a circle of tables. */
@Entity
public class Player extends BookshopBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ManyToOne(optional = false)
  private Team team;

  protected Player() {}

  public Player(String name, Team team) {
    this.name = name;
    this.team = team;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Team getTeam() {
    return team;
  }
}
