package org.aludel.orm.query;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.aludel.orm.mapping.Registry;
import org.aludel.sql.Cte;
import org.aludel.sql.DerivedSource;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Projection;
import org.aludel.sql.Select;
import org.aludel.sql.TableSource;
import org.jspecify.annotations.Nullable;

/**
 * Queries of whole objects that stand for an alias of their name: {@code
 * select(top).from(select(USER).limit(3).as("top"))} with {@code UserT top = USER.as("top")}. Used
 * for one statement.
 */
final class NamedObjects {
  private final Map<String, FromItem> byName = new HashMap<>();

  /** The query that stands for an alias of a class, or null. */
  @Nullable FromItem of(TableSource<?> table) {
    String alias = table.alias();
    return alias == null ? null : byName.get(alias);
  }

  /** Notes those among the sources of a SELECT. */
  void note(Select.From from, Registry registry, UnaryOperator<FromItem> rewriting) {
    for (FromItem item : from.items()) {
      note(item, registry, rewriting);
    }
    for (Join join : from.joins()) {
      if (join.target() instanceof FromItem item) {
        note(item, registry, rewriting);
      }
    }
  }

  private void note(FromItem item, Registry registry, UnaryOperator<FromItem> rewriting) {
    Projection<?> inside = inside(item);
    if (inside != null
        && inside.items().size() == 1
        && inside.items().get(0) instanceof TableSource<?> table
        && registry.contains(table.rowType())) {
      String name = ((DerivedSource<?>) item).name();
      if (!byName.containsKey(name)) {
        byName.put(name, rewriting.apply(item));
      }
    }
  }

  private static @Nullable Projection<?> inside(FromItem item) {
    if (item instanceof DerivedTable<?> derived) {
      return derived.query().projection();
    }
    return item instanceof Cte<?> cte ? cte.definition().body().statement().projection() : null;
  }
}
