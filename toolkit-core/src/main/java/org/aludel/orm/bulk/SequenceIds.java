package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Connection;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.mapping.IdSequence;

/** Gives the rows of a class ids of its sequence where they have none, in their order. */
final class SequenceIds {
  private final List<BasicProperty> ids;
  private final NextIds next;
  private final Connection connection;

  SequenceIds(List<BasicProperty> ids, NextIds next, Connection connection) {
    this.ids = ids;
    this.next = next;
    this.connection = connection;
  }

  /** The same rows, each with an id. */
  List<BulkRows.Row> given(List<BulkRows.Row> rows) {
    List<BulkRows.Row> all = rows;
    for (BasicProperty id : ids) {
      IdSequence sequence = id.sequence();
      if (id.generation() == Generation.SEQUENCE && sequence != null) {
        all = given(all, id, sequence);
      }
    }
    return all;
  }

  private List<BulkRows.Row> given(List<BulkRows.Row> rows, BasicProperty id, IdSequence sequence) {
    int missing = 0;
    for (BulkRows.Row row : rows) {
      missing += row.names(id.name()) ? 0 : 1;
    }
    if (missing == 0) {
      return rows;
    }
    long[] values = next.take(connection, sequence, missing);
    // Rows that name the same share one list of names, which a group is looked up by.
    Map<List<String>, List<String>> names = new HashMap<>();
    List<BulkRows.Row> all = new ArrayList<>(rows.size());
    int used = 0;
    for (BulkRows.Row row : rows) {
      all.add(row.names(id.name()) ? row : row.with(id.name(), typed(id, values[used++]), names));
    }
    return all;
  }

  private static Object typed(BasicProperty id, long value) {
    Class<?> type = id.column().type().javaType();
    return type == Long.class
        ? (Object) value
        : type == Short.class ? (Object) (short) value : (Object) Math.toIntExact(value);
  }
}
