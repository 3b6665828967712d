package org.aludel.orm.writeonly.staff;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.aludel.orm.collection.WriteOnlyCollection;

/** Has friends, who are persons. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Person extends StaffBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name = "";

  @ManyToOne(fetch = FetchType.LAZY)
  private Boss boss;

  @ManyToMany(cascade = CascadeType.PERSIST)
  @JoinTable(name = "friendship")
  private WriteOnlyCollection<Person> friends = WriteOnlyCollection.create();

  protected Person() {}

  public Person(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Boss getBoss() {
    return boss;
  }

  public WriteOnlyCollection<Person> getFriends() {
    return friends;
  }
}
