package org.aludel.orm.polymorphic;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Has employees of all classes, one of whom it is led by. */
@Entity
public class Company extends StaffBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @OneToMany(mappedBy = "company", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<Employee> employees = new ArrayList<>();

  @ManyToOne private Employee head;

  protected Company() {}

  public Company(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public List<Employee> getEmployees() {
    return employees;
  }

  public Employee getHead() {
    return head;
  }

  public void setHead(Employee value) {
    head = value;
  }
}
