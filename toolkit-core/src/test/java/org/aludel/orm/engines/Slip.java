package org.aludel.orm.engines;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** Alone, but for the sequence. */
@Entity
public class Slip extends SheetBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  @SequenceGenerator(name = "ids", sequenceName = "ids")
  private Long id;

  public Long getId() {
    return id;
  }
}
