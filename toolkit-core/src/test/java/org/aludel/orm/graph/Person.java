package org.aludel.orm.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Refers to its own class, and owns a badge. */
@Entity
public class Person extends GraphBase {
  @ManyToOne private Company company;

  @ManyToOne private Person boss;

  @OneToOne(mappedBy = "person", cascade = CascadeType.ALL, orphanRemoval = true)
  private Badge badge;

  @ManyToMany(mappedBy = "members")
  private Set<Project> projects = new LinkedHashSet<>();

  @ElementCollection private List<String> marks = new ArrayList<>();

  @Version private int version;

  public Set<Project> getProjects() {
    return projects;
  }

  public List<String> getMarks() {
    return marks;
  }

  public void setMarks(List<String> value) {
    marks = value;
  }

  public Company getCompany() {
    return company;
  }

  public void setCompany(Company value) {
    company = value;
  }

  public Person getBoss() {
    return boss;
  }

  public void setBoss(Person value) {
    boss = value;
  }

  public Badge getBadge() {
    return badge;
  }

  public void setBadge(Badge value) {
    badge = value;
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int value) {
    version = value;
  }
}
