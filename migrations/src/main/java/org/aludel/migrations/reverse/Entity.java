package org.aludel.migrations.reverse;

import java.util.List;
import org.aludel.schema.Table;

/**
 * A table as a class.
 *
 * @param said what the class says of the table
 */
record Entity(String name, Table said, List<Attribute> attributes) {
  Entity {
    attributes = List.copyOf(attributes);
  }
}
