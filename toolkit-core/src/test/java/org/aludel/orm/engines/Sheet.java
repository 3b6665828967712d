package org.aludel.orm.engines;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import java.util.HashSet;
import java.util.Set;

/** Has marks by the rows of a table between. */
@Entity
public class Sheet extends SheetBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  @SequenceGenerator(name = "ids", sequenceName = "ids")
  private Long id;

  @ManyToMany(cascade = CascadeType.PERSIST)
  private Set<Mark> marks = new HashSet<>();

  public Set<Mark> getMarks() {
    return marks;
  }

  public Long getId() {
    return id;
  }
}
