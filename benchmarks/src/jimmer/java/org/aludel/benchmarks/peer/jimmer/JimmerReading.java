package org.aludel.benchmarks.peer.jimmer;

import java.time.OffsetDateTime;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;

/** A row that is streamed. */
@Entity
@Table(name = "reading")
public interface JimmerReading {
  @Id
  long id();

  String name();

  int amount();

  OffsetDateTime taken();
}
