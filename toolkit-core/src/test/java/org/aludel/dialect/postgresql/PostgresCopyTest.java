package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.aludel.dialect.CopySource;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
class PostgresCopyTest {
  @Test
  void whyRowsEndedIsToldThoughTheConnectionIsLostToo(TestDatabase database) throws Exception {
    database.run("CREATE TABLE t (a int)");
    try (Connection connection = database.open()) {
      CopySource rows =
          sink -> {
            abort(connection);
            throw new IllegalStateException("no more rows");
          };

      assertThatThrownBy(() -> PostgresCopy.run(connection, "COPY t FROM STDIN", rows))
          .hasMessage("no more rows");
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
