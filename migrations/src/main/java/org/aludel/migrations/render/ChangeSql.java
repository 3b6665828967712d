package org.aludel.migrations.render;

import java.util.List;
import org.aludel.migrations.revision.Change;

/** The SQL of a native change, by our own DDL compiler. */
public interface ChangeSql {
  /**
   * The statements of a change, in order and without semicolons at their ends.
   *
   * @throws org.aludel.error.RevisionException UNKNOWN_CHANGE when the type, or one of its
   *     parameters, is none that it can render
   */
  List<String> sql(Change change);

  /** The text of a change of type {@code sql} as the database takes it. */
  default List<String> statements(String text) {
    return List.of(text);
  }

  /** The database, as Liquibase calls it where a change names those that it is for. */
  default String database() {
    return "postgresql";
  }
}
