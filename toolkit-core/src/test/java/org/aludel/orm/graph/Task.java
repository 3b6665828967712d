package org.aludel.orm.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** Has notes that know nothing of it. */
@Entity
public class Task extends GraphBase {
  @ManyToOne(optional = false)
  private Project project;

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn
  private List<Note> notes = new ArrayList<>();

  @ElementCollection @OrderColumn private List<String> steps = new ArrayList<>();

  public List<String> getSteps() {
    return steps;
  }

  public void setSteps(List<String> value) {
    steps = value;
  }

  public Project getProject() {
    return project;
  }

  public void setProject(Project value) {
    project = value;
  }

  public List<Note> getNotes() {
    return notes;
  }
}
