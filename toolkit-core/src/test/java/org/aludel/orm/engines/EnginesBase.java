package org.aludel.orm.engines;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.aludel.orm.mapping.DeclarativeBase;

/** The classes of the tests with several engines. */
@MappedSuperclass
public abstract class EnginesBase extends DeclarativeBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  public Long getId() {
    return id;
  }
}
