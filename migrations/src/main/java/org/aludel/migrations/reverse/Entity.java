package org.aludel.migrations.reverse;

import java.util.List;
import org.aludel.schema.Table;

/**
 * A table as a class.
 *
 * @param said what the class says of the table
 * @param inverses collections of those that refer to it, which say nothing of the table
 */
record Entity(String name, Table said, List<Attribute> attributes, List<Inverse> inverses) {
  Entity {
    attributes = List.copyOf(attributes);
    inverses = List.copyOf(inverses);
  }

  /** The same with other collections. */
  Entity withInverses(List<Inverse> others) {
    return new Entity(name, said, attributes, others);
  }
}
