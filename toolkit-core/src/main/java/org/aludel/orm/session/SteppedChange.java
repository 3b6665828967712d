package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Connection;
import org.aludel.instrument.PartsReader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.query.ChangeSteps;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkStatement.Target;
import org.aludel.type.ColumnReader;
import org.aludel.type.RowReader;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Changes several tables one after the other, where one statement cannot change them all. */
final class SteppedChange {
  private final EntityModel<?> model;
  private final Connection connection;

  SteppedChange(EntityModel<?> model, Connection connection) {
    this.model = model;
    this.connection = connection;
  }

  /** The keys of the rows that were changed, each as an array. */
  List<@Nullable Object[]> run(ChangeSteps steps) {
    if (steps instanceof ChangeSteps.Separate separate) {
      List<@Nullable Object[]> keys = new ArrayList<>();
      separate.parts().forEach(part -> keys.addAll(connection.query(part, rows(List.of())).all()));
      return keys;
    }
    ChangeSteps.Joined joined = (ChangeSteps.Joined) steps;
    List<@Nullable Object[]> found =
        once(connection.query(joined.found(), rows(joined.values())).all());
    if (!found.isEmpty()) {
      joined.parts().forEach(part -> change(part, found));
    }
    return found.stream().map(row -> Arrays.copyOf(row, model.ids().size())).toList();
  }

  /** A row that fits several rows of other sources is changed once, by any of them. */
  private List<@Nullable Object[]> once(List<@Nullable Object[]> rows) {
    Map<List<@Nullable Object>, @Nullable Object[]> byKey = new LinkedHashMap<>();
    for (@Nullable Object[] row : rows) {
      byKey.put(Arrays.asList(Arrays.copyOf(row, model.ids().size())), row);
    }
    return List.copyOf(byKey.values());
  }

  private PartsReader<@Nullable Object[]> rows(List<SqlType<?>> values) {
    List<RowReader<?>> readers = new ArrayList<>();
    for (BasicProperty id : model.ids()) {
      readers.add(new ColumnReader<>(model.type(id), readers.size() + 1));
    }
    for (SqlType<?> value : values) {
      readers.add(new ColumnReader<>(connection.dialect().type(value), readers.size() + 1));
    }
    return new PartsReader<>(readers, row -> row);
  }

  private void change(ChangeSteps.Part part, List<@Nullable Object[]> found) {
    Mapper<?> owner = part.owner();
    QualifiedName name = owner.table().name();
    Target table = new Target(name.schema(), name.name());
    List<Column> key = new ArrayList<>();
    List<Object> binds = new ArrayList<>();
    for (org.aludel.schema.Column one : owner.keyColumns()) {
      binds.add(array(found, key.size(), null));
      key.add(new Column(one.name(), one.type()));
    }
    if (part.set().isEmpty()) {
      connection.update(
          connection.compile(new BulkStatement.DeleteRows(table, key, List.of())), binds);
      return;
    }
    List<Column> set = new ArrayList<>();
    for (ChangeSteps.Setting one : part.set()) {
      int place = one.position() < 0 ? -1 : key.size() + one.position();
      set.add(new Column(one.column().name(), one.column().type()));
      binds.add(array(found, place, one.constant()));
    }
    connection.update(
        connection.compile(new BulkStatement.UpdateRows(table, set, key, List.of())), binds);
  }

  private static @Nullable Object[] array(
      List<@Nullable Object[]> found, int place, @Nullable Object constant) {
    @Nullable Object[] values = new @Nullable Object[found.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = place < 0 ? constant : found.get(row)[place];
    }
    return values;
  }
}
