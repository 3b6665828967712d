package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Result;
import org.aludel.instrument.PartsReader;
import org.aludel.orm.loading.LoadedRows;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.query.EntityQuery;
import org.aludel.sql.Projection;
import org.aludel.type.ColumnReader;
import org.aludel.type.RowReader;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** One execution of a resolved statement. */
final class StatementRun<R> {
  private final EntityQuery<R> query;
  private final Loader loader;
  private final Connection connection;
  private final List<LoadedRows<?>> entities = new ArrayList<>();
  private final List<Object> keys = new ArrayList<>();

  /** Objects are the same by identity, whatever their class calls equal. */
  private record Same(@Nullable Object object) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same same && same.object == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  StatementRun(EntityQuery<R> query, Loader loader, Connection connection) {
    this.query = query;
    this.loader = loader;
    this.connection = connection;
  }

  Rows<R> rows() {
    Projection.Maker<R> maker = query.maker();
    if (maker == null) {
      return read(connection.execute(query.statement()));
    }
    Rows<R> rows = read(connection.query(query.statement(), reader(maker)));
    finish();
    return query.repeats() ? rows.distinct(keys) : rows;
  }

  /** A reader of the rows of a query, for whoever runs it himself and finishes it. */
  RowReader<R> reader() {
    Projection.Maker<R> maker = query.maker();
    if (maker == null) {
      throw SessionRefusals.notStreamed(1, false);
    }
    return reader(maker);
  }

  /** Loads what is wanted behind the rows that were read. */
  void finish() {
    entities.forEach(LoadedRows::finish);
  }

  private static <R> Rows<R> read(Result<R> result) {
    try (result) {
      long rowCount = result.rowCount();
      return rowCount < 0 ? new Rows<>(result.all(), -1) : new Rows<>(List.of(), rowCount);
    }
  }

  private RowReader<R> reader(Projection.Maker<R> maker) {
    List<RowReader<?>> parts = new ArrayList<>();
    int column = 1;
    for (EntityQuery.Part part : query.parts()) {
      if (part instanceof EntityQuery.Part.Entity entity) {
        LoadedRows<?> rows = loader.rows(entity.node(), entity.query());
        entities.add(rows);
        parts.add(rows.reader(column));
        column += rows.width();
      } else {
        SqlType<?> type = ((EntityQuery.Part.Value) part).type();
        parts.add(new ColumnReader<>(connection.dialect().type(type), column));
        column++;
      }
    }
    if (!query.repeats()) {
      return parts.size() == 1
          ? single(parts.get(0), maker)
          : new PartsReader<>(parts, maker::make);
    }
    return new PartsReader<>(
        parts,
        values -> {
          keys.add(key(values));
          return maker.make(values);
        });
  }

  private static <R> RowReader<R> single(RowReader<?> part, Projection.Maker<R> maker) {
    return row -> made(maker, part.read(row));
  }

  private static <R> R made(Projection.Maker<R> maker, @Nullable Object value) {
    @Nullable Object[] values = {value};
    return maker.make(values);
  }

  private Object key(@Nullable Object[] values) {
    List<@Nullable Object> key = new ArrayList<>(values.length);
    for (int part = 0; part < values.length; part++) {
      boolean entity = query.parts().get(part) instanceof EntityQuery.Part.Entity;
      key.add(entity ? new Same(values[part]) : values[part]);
    }
    return key;
  }
}
