package org.aludel.benchmarks.peer.jimmer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.Table;

/** A child. */
@Entity
@Table(name = "book")
public interface JimmerBook {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id();

  String title();

  String isbn();

  BigDecimal price();

  int pages();

  LocalDate published();

  @ManyToOne
  JimmerAuthor author();
}
