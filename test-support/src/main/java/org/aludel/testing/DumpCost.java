package org.aludel.testing;

import java.util.Optional;

/**
 * What {@code pg_dump --schema-only} of a database costs as a process.
 *
 * @param seconds wall clock from its start to its end, its output read and thrown away
 * @param residentBytes the most memory that it was seen to hold, asked for every few milliseconds;
 *     0 where the system does not tell
 */
public record DumpCost(double seconds, long residentBytes) {
  /** Runs it; empty where none of the server's version or later is installed. */
  public static Optional<DumpCost> of(TestDatabase database) {
    return SchemaDump.availableFor(database)
        ? PgDump.find().map(found -> found.costOf(database))
        : Optional.empty();
  }
}
