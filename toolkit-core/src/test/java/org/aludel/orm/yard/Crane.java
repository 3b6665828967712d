package org.aludel.orm.yard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Whose use no subclass can notice. */
@Entity
public class Crane extends YardBase {
  @Id private Long id;

  @Column(length = 20)
  protected String maker;

  protected Crane() {}

  public Long getId() {
    return id;
  }
}
