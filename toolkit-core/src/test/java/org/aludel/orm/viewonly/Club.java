package org.aludel.orm.viewonly;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.ViewOnly;

/** Writes memberships, and reads members through them. */
@Entity
public class Club extends ViewOnlyBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name = "";

  @OneToMany(mappedBy = "club", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Membership> memberships = new ArrayList<>();

  @ViewOnly
  @ManyToMany
  @JoinTable(
      name = "membership",
      joinColumns = @JoinColumn(name = "club_id"),
      inverseJoinColumns = @JoinColumn(name = "person_id"))
  @OrderBy("name")
  private List<Person> people = new ArrayList<>();

  @ViewOnly
  @ManyToMany
  @JoinTable(
      name = "club_namesake",
      joinColumns = @JoinColumn(name = "club_id"),
      inverseJoinColumns = @JoinColumn(name = "person_id"))
  private List<Person> namesakes = new ArrayList<>();

  protected Club() {}

  public Club(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public List<Membership> getMemberships() {
    return memberships;
  }

  public List<Person> getPeople() {
    return people;
  }

  public List<Person> getNamesakes() {
    return namesakes;
  }

  public void enrol(Person person, String role) {
    memberships.add(new Membership(this, person, role));
  }
}
