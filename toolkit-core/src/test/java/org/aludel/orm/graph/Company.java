package org.aludel.orm.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Has staff that outlives it. */
@Entity
public class Company extends GraphBase {
  @OneToMany(mappedBy = "company", cascade = CascadeType.PERSIST)
  private List<Person> staff = new ArrayList<>();

  public List<Person> getStaff() {
    return staff;
  }
}
