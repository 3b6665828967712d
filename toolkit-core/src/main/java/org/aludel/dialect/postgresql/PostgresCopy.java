package org.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import org.aludel.dialect.CopySource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY through pgjdbc. Loaded when rows are first copied, because the driver is optional. */
final class PostgresCopy {
  private PostgresCopy() {}

  /** Carries the driver's failure through the source of the rows, which knows no JDBC. */
  private static final class SendingFailed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final SQLException failure;

    SendingFailed(SQLException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  static long run(Connection connection, String sql, CopySource rows) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      rows.writeTo((buffer, length) -> send(copy, buffer, length));
      return copy.endCopy();
    } catch (SendingFailed sending) {
      cancel(copy, sending.failure);
      throw sending.failure;
    } catch (SQLException | RuntimeException | Error failure) {
      cancel(copy, failure);
      throw failure;
    }
  }

  /** What fails here must not hide why the copying ended. */
  private static void cancel(CopyIn copy, Throwable reason) {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException second) {
      reason.addSuppressed(second);
    }
  }

  private static void send(CopyIn copy, byte[] buffer, int length) {
    try {
      copy.writeToCopy(buffer, 0, length);
    } catch (SQLException failure) {
      throw new SendingFailed(failure);
    }
  }
}
