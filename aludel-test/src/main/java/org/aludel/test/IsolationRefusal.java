package org.aludel.test;

import org.aludel.engine.ExecutionListener;
import org.aludel.engine.Outgoing;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;

/**
 * Refuses an isolation level inside the transaction of a test, which has begun already: the server
 * would refuse it too, with words about subtransactions. READ ONLY alone works in a savepoint.
 */
final class IsolationRefusal implements ExecutionListener {
  private static final String MODES = "SET TRANSACTION";

  @Override
  public String sending(Outgoing statement) {
    String sql = statement.sql();
    if (sql.startsWith(MODES) && (sql.contains("ISOLATION") || sql.contains("DEFERRABLE"))) {
      throw new UsageException(
          Problem.of(TestCode.ISOLATION, "cannot run a transaction with \"" + sql + "\"")
              .found("a test whose connections share one transaction")
              .fix("@OrmTest(isolation = OrmTest.Isolation.DATABASE)"));
    }
    return sql;
  }
}
