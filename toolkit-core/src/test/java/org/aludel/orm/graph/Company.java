package org.aludel.orm.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Has staff that outlives it, and a set of values. */
@Entity
public class Company extends GraphBase {
  @OneToMany(mappedBy = "company", cascade = CascadeType.PERSIST)
  private List<Person> staff = new ArrayList<>();

  @ElementCollection private Set<String> labels = new LinkedHashSet<>();

  public Set<String> getLabels() {
    return labels;
  }

  public void setLabels(Set<String> value) {
    labels = value;
  }

  public void setStaff(List<Person> value) {
    staff = value;
  }

  public List<Person> getStaff() {
    return staff;
  }
}
