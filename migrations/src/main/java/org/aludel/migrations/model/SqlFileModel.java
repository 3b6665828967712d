package org.aludel.migrations.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.aludel.dialect.FailedStatement;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.scratch.ScratchDatabase;
import org.aludel.migrations.scratch.ScratchServer;
import org.aludel.schema.MetaData;

/** A file of SQL, run in a scratch database and read back. */
record SqlFileModel(Path file) implements ModelSource {
  @Override
  public MetaData wanted(MetaData live, CompareOptions options, ScratchServer scratch) {
    String sql = PsqlText.withoutCommands(text(), file.toString());
    try (ScratchDatabase database = scratch.create()) {
      try (Connection connection = database.connect(options.defaultSchema())) {
        run(connection, sql);
        connection.commit();
      } catch (DatabaseException refused) {
        throw new RevisionException(
            Problem.of(MigrationCode.SCRATCH_FAILED, "cannot run the model file \"" + file + "\"")
                .found(String.valueOf(refused.problem().found()))
                .expected("SQL that creates the schema in an empty database")
                .fix("try it by hand: createdb trial && psql -v ON_ERROR_STOP=1 -f " + file),
            refused);
      }
      try (Connection connection = database.engine().connect()) {
        return DatabaseModel.read(connection, options.defaultSchema());
      }
    }
  }

  private String text() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new RevisionException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot read the model file \"" + file + "\"")
              .found(String.valueOf(unreadable))
              .expected("a file of SQL in UTF-8")
              .fix("-Dorm.model=sql:src/main/database/schema.sql"),
          unreadable);
    }
  }

  /** The driver splits the text, so that a failure is at a statement. */
  private static void run(Connection connection, String sql) {
    java.sql.Connection jdbc = connection.unwrap(java.sql.Connection.class);
    try (Statement statement = jdbc.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException failure) {
      throw connection.dialect().translate(failure, FailedStatement.of(null));
    }
  }
}
