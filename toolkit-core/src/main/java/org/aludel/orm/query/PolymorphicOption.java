package org.aludel.orm.query;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.sql.StatementOption;

/**
 * Of which classes below one the columns are read.
 *
 * @param table of the class above
 * @param named classes below it; those in between count as named
 * @param following whether a further statement for each of them reads the columns, right after the
 *     rows
 */
record PolymorphicOption(EntityTable<?> table, List<EntityTable<?>> named, boolean following)
    implements StatementOption {
  PolymorphicOption {
    named = List.copyOf(named);
  }

  @Override
  public String describe() {
    String names = named.stream().map(one -> ", " + one).collect(Collectors.joining());
    return (following ? "selectInPolymorphic(" : "withPolymorphic(") + table + names + ")";
  }
}
