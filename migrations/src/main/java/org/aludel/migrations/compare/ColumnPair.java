package org.aludel.migrations.compare;

import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;

/**
 * A column as the database has it and as the model wants it.
 *
 * @param keyed whether the column is in the model's primary key, which makes it NOT NULL
 */
record ColumnPair(QualifiedName table, Column database, Column model, boolean keyed) {
  String name() {
    return model.name();
  }

  ColumnPair withDatabase(Column value) {
    return new ColumnPair(table, value, model, keyed);
  }
}
