package org.aludel.orm.query;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.sql.StatementOption;

/**
 * Which columns of a class are read with its rows.
 *
 * @param table whose columns
 * @param attributes those that it names; empty where the kind needs none
 * @param group the name of a group; empty where the kind needs none
 */
record ColumnOption(
    EntityTable<?> table, Kind kind, List<BasicAttribute<?, ?>> attributes, String group)
    implements StatementOption {
  /** What becomes of the columns. */
  enum Kind {
    LOAD_ONLY("loadOnly"),
    DEFER("defer"),
    RAISE("raiseColumns"),
    UNDEFER("undefer"),
    UNDEFER_GROUP("undeferGroup"),
    UNDEFER_ALL("undeferAll");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  ColumnOption {
    attributes = List.copyOf(attributes);
  }

  @Override
  public String describe() {
    String names =
        attributes.stream().map(BasicAttribute::toString).collect(Collectors.joining(", "));
    String more = group.isEmpty() ? "" : ", \"" + group + "\"";
    return kind.word + "(" + (names.isEmpty() ? table + more : names) + ")";
  }
}
