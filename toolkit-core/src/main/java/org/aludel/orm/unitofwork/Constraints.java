package org.aludel.orm.unitofwork;

import java.util.List;
import java.util.Optional;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;

/** The foreign keys behind relationships, as the mapping declares them. */
final class Constraints {
  private Constraints() {}

  /** That of a relationship with a key; empty where the database has none. */
  static Optional<ForeignKey> of(Relationship owning) {
    List<String> columns = owning.localColumns().stream().map(Column::name).toList();
    return owning.owner().tables().stream()
        .flatMap(table -> table.foreignKeys().stream())
        .filter(key -> key.columns().equals(columns))
        .findFirst();
  }
}
