package org.aludel.orm.loading;

import java.util.List;
import org.aludel.instrument.EntityReader;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;

/** The objects of one class in one result: read rows with the reader, then finish. */
public final class LoadedRows<E> {
  private final Loader loader;
  private final EntityRows<E> rows;

  LoadedRows(Loader loader, EntityRows<E> rows) {
    this.loader = loader;
    this.rows = rows;
  }

  public EntityModel<E> model() {
    return rows.model();
  }

  /** A reader for rows whose columns of this class begin at a 1-based position. */
  public EntityReader<E> reader(int firstColumn) {
    return rows.reader(firstColumn);
  }

  /** Loads what options and mapping want at once; called when all rows are read. */
  public void finish() {
    loader.finish(rows);
  }

  List<InstanceState<?>> states() {
    return rows.states();
  }
}
