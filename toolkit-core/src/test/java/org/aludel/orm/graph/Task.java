package org.aludel.orm.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
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
