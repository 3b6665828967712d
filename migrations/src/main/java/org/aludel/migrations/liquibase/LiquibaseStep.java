package org.aludel.migrations.liquibase;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.contention.StepLimits;
import org.aludel.migrations.step.BackfillProgress;
import org.aludel.migrations.step.StepCall;
import org.aludel.migrations.step.StepContext;
import org.aludel.migrations.step.StepHost;
import org.aludel.migrations.step.StepProgress;
import org.aludel.schema.QualifiedName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step in Java on Liquibase's connection, in whatever transaction it has. */
final class LiquibaseStep implements StepHost {
  private static final Logger LOG = LoggerFactory.getLogger("org.aludel.migrations");

  /** As our runner has them where nobody says otherwise. */
  private static final StepLimits LIMITS = new StepLimits(Duration.ofSeconds(5), 8, null);

  private final Database database;
  private final ChangeSet changeSet;
  private String progressTable = "aludel_backfill";

  LiquibaseStep(Database database, ChangeSet changeSet) {
    this.database = database;
    this.changeSet = changeSet;
  }

  void run(StepCall call) throws Exception {
    java.sql.Connection jdbc =
        ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
    try (Engine engine = Engine.create(HeldConnection.source(jdbc));
        Connection connection =
            jdbc.getAutoCommit() ? engine.connectAutocommit() : engine.connect()) {
      String schema = database.getLiquibaseSchemaName();
      progressTable =
          connection
              .dialect()
              .quoter()
              .quote(new QualifiedName(schema == null ? "public" : schema, progressTable));
      call.run(new StepContext(connection, call.parameters(), this));
      if (call.committing()) {
        // Liquibase says nothing to us once it has recorded the step.
        new BackfillProgress(connection, progressTable, step()).forget();
        connection.update("RESET lock_timeout; RESET statement_timeout");
      }
    }
  }

  @Override
  public String progressTable() {
    return progressTable;
  }

  @Override
  public String step() {
    return changeSet.getFilePath() + " " + changeSet.getId();
  }

  /** Liquibase has parameters of changelogs, which it has put into the text by now. */
  @Override
  public Map<String, String> arguments() {
    return Map.of();
  }

  @Override
  public StepLimits limits() {
    return LIMITS;
  }

  /** Liquibase has a lock of its own. */
  @Override
  public Guard guard() {
    return new Guard(
        "SELECT 1",
        () -> {
          throw new IllegalStateException("somebody removed the row of " + step());
        });
  }

  @Override
  public void progress(StepProgress progress) {
    LOG.info(
        "{}: {} of about {} rows, {} rows/s",
        progress.what(),
        progress.rows(),
        progress.estimatedRows(),
        progress.rowsPerSecond());
  }

  @Override
  public void retrying(int tries, Duration pause) {
    LOG.info("{} did not get its locks in {} tries", step(), tries);
  }

  @Override
  public void working(boolean begins) {}

  @Override
  public List<String> blockers() {
    return List.of();
  }
}
