package org.aludel.orm.yard;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** The root of joined tables, with a collection of an embeddable class. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Yard extends YardBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(length = 20)
  private String name;

  @ElementCollection
  @OrderColumn(name = "place")
  private List<Gate> gates = new ArrayList<>();

  protected Yard() {}

  public Yard(String name) {
    this.name = name;
  }

  public List<Gate> getGates() {
    return gates;
  }
}
