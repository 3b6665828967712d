package org.aludel.migrations.scratch;

import java.util.List;
import java.util.Optional;

/** Where scratch databases of one kind are made. */
public interface ScratchPlace {
  /** Why no database can be made here, or empty when one can. Connects. */
  Optional<String> obstacle();

  /** A new empty database, where there is no obstacle; may drop what dead runs left. */
  ScratchDatabase create();

  /** What dead runs left, by name; empty where nobody can be asked. */
  List<String> leftovers();

  /** Drops one of {@link #leftovers}; whether it was still one. */
  boolean dropLeftover(String name);

  /** Drops what dead runs left, and says what it dropped. */
  List<String> dropLeftovers();
}
