package org.aludel.orm.writeonly.staff;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import org.aludel.orm.collection.WriteOnlyCollection;

/** A person with reports, who may be bosses. */
@Entity
public class Boss extends Person {
  private int grade;

  @OneToMany(mappedBy = "boss", cascade = CascadeType.PERSIST)
  private WriteOnlyCollection<Person> reports = WriteOnlyCollection.create();

  protected Boss() {}

  public Boss(String name, int grade) {
    super(name);
    this.grade = grade;
  }

  public int getGrade() {
    return grade;
  }

  public WriteOnlyCollection<Person> getReports() {
    return reports;
  }
}
