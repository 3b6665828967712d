package org.aludel.orm.inheritance;

/** How the classes of a hierarchy share tables; named as {@code jakarta.persistence} names them. */
public enum InheritanceStrategy {
  /** All rows in the table of the root; columns of subclasses are NULL for the others. */
  SINGLE_TABLE,
  /** A table for each class, with the attributes that it adds; one row in each of them. */
  JOINED,
  /** A table for each class that has objects, with all their attributes. */
  TABLE_PER_CLASS
}
