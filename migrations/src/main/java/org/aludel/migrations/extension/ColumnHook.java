package org.aludel.migrations.extension;

/**
 * Decides about types and server defaults of columns that both sides have. Called on one thread;
 * must answer the same for the same column.
 */
public interface ColumnHook {
  /** Whether the types, collations included, count as different. */
  default Verdict type(ComparedColumn column) {
    return Verdict.UNDECIDED;
  }

  /** Whether the server defaults count as different; not asked where the type changes. */
  default Verdict serverDefault(ComparedColumn column) {
    return Verdict.UNDECIDED;
  }
}
