package org.aludel.benchmarks.peer.own;

import static org.aludel.benchmarks.peer.own.ItemT.ITEM;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.parameter;
import static org.aludel.sql.Sql.set;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.benchmarks.peer.jdbc.Rows;
import org.aludel.benchmarks.peer.model.PlainItem;
import org.aludel.engine.Connection;
import org.aludel.sql.Assignment;
import org.aludel.sql.Bind;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Insert;
import org.jspecify.annotations.Nullable;

/** One INSERT … ON CONFLICT for many rows of values, as the guide's batch has it. */
final class Upsert {
  private static final List<ColumnReference<?>> WRITTEN =
      List.of(
          ITEM.station,
          ITEM.note,
          ITEM.counter,
          ITEM.level,
          ITEM.checked,
          ITEM.cost,
          ITEM.noted,
          ITEM.taken);

  private static final Insert<Void> STATEMENT = statement();

  private Upsert() {}

  /** Writes the rows of all contenders, 1,000 a batch. */
  static void run(Connection connection) {
    for (List<PlainItem> part : Rows.parts(Rows.upserted())) {
      connection.batch(STATEMENT, part.stream().map(Upsert::values).toList());
    }
  }

  private static Insert<Void> statement() {
    Insert<Void> insert = given(insert(ITEM), ITEM.id);
    for (ColumnReference<?> column : WRITTEN) {
      insert = given(insert, column);
    }
    Assignment[] proposed = WRITTEN.stream().map(Upsert::proposed).toArray(Assignment[]::new);
    return insert.onConflict(ITEM.id).doUpdate(proposed);
  }

  private static <T> Insert<Void> given(Insert<Void> insert, ColumnReference<T> column) {
    Bind<T> value = parameter(column.name(), column.type());
    return insert.set(column, value);
  }

  private static <T> Assignment proposed(ColumnReference<T> column) {
    return set(column, excluded(column));
  }

  private static Map<String, @Nullable Object> values(PlainItem item) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", item.id);
    values.put("station", item.station);
    values.put("note", item.note);
    values.put("counter", item.counter);
    values.put("level", item.level);
    values.put("checked", item.checked);
    values.put("cost", item.cost);
    values.put("noted", item.day);
    values.put("taken", item.taken);
    return values;
  }
}
