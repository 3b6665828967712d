package org.aludel.migrations.compare;

import org.aludel.migrations.extension.ColumnHooks;
import org.aludel.migrations.extension.ComparedColumn;
import org.aludel.migrations.extension.Verdict;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;

/**
 * A column as the database has it and as the model wants it.
 *
 * @param keyed whether the column is in the model's primary key, which makes it NOT NULL
 * @param type what hooks say of the types
 * @param serverDefault what hooks say of the defaults
 */
record ColumnPair(
    QualifiedName table,
    Column database,
    Column model,
    boolean keyed,
    Verdict type,
    Verdict serverDefault) {

  /** A pair that nobody decides about. */
  static ColumnPair of(QualifiedName table, Column database, Column model, boolean keyed) {
    return new ColumnPair(table, database, model, keyed, Verdict.UNDECIDED, Verdict.UNDECIDED);
  }

  String name() {
    return model.name();
  }

  /** The same with what the hooks say; a generated column has no default to ask about. */
  ColumnPair decidedBy(ColumnHooks hooks) {
    ComparedColumn column = new ComparedColumn(table, database, model);
    boolean plain = database.computed() == null && model.computed() == null;
    return new ColumnPair(
        table,
        database,
        model,
        keyed,
        hooks.type(column),
        plain ? hooks.serverDefault(column) : Verdict.UNDECIDED);
  }

  ColumnPair withDatabase(Column value) {
    return new ColumnPair(table, value, model, keyed, type, serverDefault);
  }
}
