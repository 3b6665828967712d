package org.aludel.migrations.extension;

import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;

/**
 * A column that both sides have.
 *
 * @param database as the server spells it
 * @param model as the server spells it where the two could differ by spelling
 */
public record ComparedColumn(QualifiedName table, Column database, Column model) {
  @Override
  public String toString() {
    return "column " + table + "." + model.name();
  }
}
