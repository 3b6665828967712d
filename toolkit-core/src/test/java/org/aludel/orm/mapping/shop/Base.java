package org.aludel.orm.mapping.shop;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.OffsetDateTime;
import org.aludel.orm.annotation.ServerDefault;
import org.aludel.orm.mapping.DeclarativeBase;

/** What all tables of the shop have. */
@MappedSuperclass
@SuppressWarnings("unused") // fields are read by generated code
public abstract class Base extends DeclarativeBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ServerDefault(sql = "now()")
  @Column(nullable = false)
  private OffsetDateTime created;

  public Long getId() {
    return id;
  }
}
