package org.aludel.processor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of a many-to-many relationship, as one side sees it.
 *
 * @param schema or null for the default schema
 * @param near the key of the entity that has the attribute
 * @param far the key of what the attribute holds
 */
record AssociationModel(
    @Nullable String schema, String table, List<Column> near, List<Column> far) {
  AssociationModel {
    near = List.copyOf(near);
    far = List.copyOf(far);
  }

  /** A column and that of the id that it refers to. */
  record Column(String name, String target) {}

  /** The same from the other side. */
  AssociationModel reversed() {
    return new AssociationModel(schema, table, far, near);
  }
}
