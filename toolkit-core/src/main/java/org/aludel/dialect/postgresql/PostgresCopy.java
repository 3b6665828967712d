package org.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import org.aludel.dialect.CopySource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY through pgjdbc. Loaded when rows are first copied, because the driver is optional. */
final class PostgresCopy {
  private PostgresCopy() {}

  static long run(Connection connection, String sql, CopySource rows) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      rows.writeTo((buffer, length) -> copy.writeToCopy(buffer, 0, length));
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
