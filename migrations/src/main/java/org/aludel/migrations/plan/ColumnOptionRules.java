package org.aludel.migrations.plan;

import org.aludel.schema.Column;

/** What becomes of the options of a column. Source: PostgreSQL 18, ALTER TABLE. */
final class ColumnOptionRules {
  private ColumnOptionRules() {}

  /** The options that outlive a change of type: storage and compression do not. */
  static Column.Options kept(Column.Options options) {
    return new Column.Options(null, null, options.statisticsTarget(), options.parameters());
  }
}
