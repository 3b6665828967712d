package org.aludel.orm.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Owns its tasks. */
@Entity
public class Project extends GraphBase {
  @ManyToOne private Person lead;

  @OneToMany(mappedBy = "project", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Task> tasks = new ArrayList<>();

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
