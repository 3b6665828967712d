package org.aludel.engine.pool;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections as a data source gives them; the data source stays its owner's. Thread-safe. */
public final class PlainSource implements ConnectionSource {
  private final DataSource dataSource;
  private final Leases leases = new Leases(false);

  public PlainSource(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Lease take() throws SQLException {
    Connection jdbc = dataSource.getConnection();
    return leases.add(jdbc, jdbc::close);
  }

  @Override
  public void invalidate() {
    // Nothing is kept here; what the data source keeps is its owner's.
  }

  @Override
  public void close() {
    // The data source belongs to whoever made it.
  }
}
