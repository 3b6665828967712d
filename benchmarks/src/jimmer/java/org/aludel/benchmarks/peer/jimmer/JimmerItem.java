package org.aludel.benchmarks.peer.jimmer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.babyfish.jimmer.sql.Column;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;
import org.jspecify.annotations.Nullable;

/** A row of nine columns. */
@Entity
@Table(name = "item")
public interface JimmerItem {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id();

  String station();

  @Nullable String note();

  int counter();

  double level();

  boolean checked();

  BigDecimal cost();

  @Column(name = "noted")
  LocalDate day();

  OffsetDateTime taken();
}
