package org.aludel.orm.inheritance;

/** When statements over a class above read the columns that a class adds. */
public enum ColumnMoment {
  /** With the rows. */
  WITH_ROWS,
  /** By a further statement for all objects of the class, right after the rows. */
  SELECT_IN,
  /** On their first use. */
  LAZY
}
