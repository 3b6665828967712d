package org.aludel.orm.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Owns its tasks. */
@Entity
public class Project extends GraphBase {
  @ManyToOne private Person lead;

  @OneToMany(mappedBy = "project", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Task> tasks = new ArrayList<>();

  @ManyToMany private Set<Person> members = new LinkedHashSet<>();

  @ElementCollection private Map<String, String> facts = new LinkedHashMap<>();

  public Set<Person> getMembers() {
    return members;
  }

  public Map<String, String> getFacts() {
    return facts;
  }

  public void setFacts(Map<String, String> value) {
    facts = value;
  }

  public Person getLead() {
    return lead;
  }

  public void setLead(Person value) {
    lead = value;
  }

  public List<Task> getTasks() {
    return tasks;
  }
}
