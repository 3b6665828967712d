package org.aludel.migrations.extension;

/**
 * A comparator of users: finds differences of one kind of object that Aludel does not look for, or
 * decides about them in its place. Pure; called on one thread, once for each object of its kind on
 * either side, in the order of names.
 */
public interface SchemaComparator {
  /** Before all others, and before what Aludel finds. */
  int FIRST = -100;

  /** Beside Aludel's own: what it stops, Aludel does not do. */
  int MEDIUM = 0;

  /** After all others; what Aludel finds stands whatever the answer. */
  int LAST = 100;

  /** By which settings name it, such as {@code acme.cron}; {@code aludel.*} is taken. */
  String name();

  /** A kind as in {@link ComparedName}, or {@code metadata} to be asked once for all. */
  String target();

  /** Its place: smaller numbers first, then names. Up to {@link #MEDIUM} it can stop Aludel's. */
  default int priority() {
    return MEDIUM;
  }

  /** What leads from the database's object to the model's; either may be absent. */
  ComparatorAnswer compare(ComparedPair pair);
}
