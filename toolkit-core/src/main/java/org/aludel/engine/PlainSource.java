package org.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections as a data source gives them; the data source stays its owner's. */
record PlainSource(DataSource dataSource) implements ConnectionSource {
  @Override
  public Connection open() throws SQLException {
    return dataSource.getConnection();
  }

  @Override
  public void close() {
    // The data source belongs to whoever made it.
  }
}
