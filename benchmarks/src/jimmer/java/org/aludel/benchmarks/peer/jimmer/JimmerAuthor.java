package org.aludel.benchmarks.peer.jimmer;

import java.time.LocalDate;
import java.util.List;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.OneToMany;
import org.babyfish.jimmer.sql.Table;

/** A parent. */
@Entity
@Table(name = "author")
public interface JimmerAuthor {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id();

  String name();

  String email();

  LocalDate born();

  boolean active();

  @OneToMany(mappedBy = "author")
  List<JimmerBook> books();
}
