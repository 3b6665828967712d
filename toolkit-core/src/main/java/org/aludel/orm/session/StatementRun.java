package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Result;
import org.aludel.instrument.PartsReader;
import org.aludel.orm.loading.LoadPlan;
import org.aludel.orm.loading.LoadedRows;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.query.EntityQuery;
import org.aludel.orm.state.EntityModel;
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
    entities.forEach(LoadedRows::finish);
    return rows;
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
        parts.add(entity(entity.model(), entity.plan(), column));
        column += entity.model().view().width();
      } else {
        SqlType<?> type = ((EntityQuery.Part.Value) part).type();
        parts.add(new ColumnReader<>(connection.dialect().type(type), column));
        column++;
      }
    }
    return new PartsReader<>(parts, maker::make);
  }

  private <E> RowReader<@Nullable E> entity(EntityModel<E> model, LoadPlan plan, int column) {
    LoadedRows<E> rows = loader.rows(model, plan);
    entities.add(rows);
    return rows.reader(column);
  }
}
