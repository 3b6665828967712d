package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.state.InstanceState;
import org.aludel.type.SqlType;
import org.aludel.type.ValuesReader;
import org.jspecify.annotations.Nullable;

/** Matches returned keys with the rows that were sent; what stays unmatched is stale. */
final class ReturnedRows<E> {
  private final TablePart<E> part;
  private final List<RowOperation> sent;

  ReturnedRows(TablePart<E> part, List<RowOperation> sent) {
    this.part = part;
    this.sent = sent;
  }

  /** Reads the id columns and what else an UPDATE returns. */
  ValuesReader reader() {
    List<SqlType<?>> types = new ArrayList<>(keyTypes());
    part.returnedByUpdate().stream()
        .mapToObj(part.model().mapper().basics()::get)
        .forEach(basic -> types.add(part.model().type(basic)));
    return new ValuesReader(types);
  }

  /** Reads the id columns alone. */
  ValuesReader keyReader() {
    return new ValuesReader(keyTypes());
  }

  /** Writes server-made values into the objects; the rows that were sent and did not return. */
  List<InstanceState<?>> missing(List<@Nullable Object[]> returned) {
    int ids = part.model().ids().size();
    boolean nothingMore = returned.isEmpty() || returned.get(0).length == ids;
    if (nothingMore && returned.size() == sent.size()) {
      return List.of();
    }
    Map<Object, InstanceState<E>> missing = new LinkedHashMap<>();
    for (RowOperation row : sent) {
      InstanceState<E> state = typed(row.state());
      missing.put(BatchWriter.keyOf(state), state);
    }
    for (@Nullable Object[] row : returned) {
      InstanceState<E> state = missing.remove(key(row, ids));
      if (state != null && row.length > ids) {
        write(state, row, ids);
      }
    }
    return List.copyOf(missing.values());
  }

  private void write(InstanceState<E> state, @Nullable Object[] row, int ids) {
    EntityAccess<E> access = part.model().access();
    int column = ids;
    for (int slot : part.returnedByUpdate().stream().toArray()) {
      access.set(state.entity(), slot, row[column++]);
    }
  }

  private static @Nullable Object key(@Nullable Object[] row, int ids) {
    if (ids == 1) {
      return row[0];
    }
    List<@Nullable Object> key = new ArrayList<>(ids);
    for (int index = 0; index < ids; index++) {
      key.add(row[index]);
    }
    return key;
  }

  private List<SqlType<?>> keyTypes() {
    List<SqlType<?>> types = new ArrayList<>();
    for (BasicProperty id : part.model().ids()) {
      types.add(part.model().type(id));
    }
    return types;
  }

  @SuppressWarnings("unchecked") // the rows are of the layout's class
  private static <E> InstanceState<E> typed(InstanceState<?> state) {
    return (InstanceState<E>) state;
  }
}
