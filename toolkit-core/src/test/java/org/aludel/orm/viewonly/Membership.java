package org.aludel.orm.viewonly;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** The row between, with a column of its own. */
@Entity
public class Membership extends ViewOnlyBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "club_id")
  private Club club;

  @ManyToOne(optional = false)
  @JoinColumn(name = "person_id")
  private Person person;

  private String role = "";

  protected Membership() {}

  Membership(Club club, Person person, String role) {
    this.club = club;
    this.person = person;
    this.role = role;
  }

  public Long getId() {
    return id;
  }

  public Club getClub() {
    return club;
  }

  public Person getPerson() {
    return person;
  }

  public String getRole() {
    return role;
  }
}
