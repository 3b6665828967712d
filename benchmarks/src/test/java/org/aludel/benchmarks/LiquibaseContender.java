package org.aludel.benchmarks;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Plain Liquibase 4.33 on our own files, which are its changelogs too; analytics off. */
final class LiquibaseContender implements Contender {
  private static final String MASTER = "master.yaml";

  @Override
  public void write(Path directory, int count) throws Exception {
    Path files = Files.createDirectories(directory.resolve("files"));
    new Aludel().write(files, count);
    Files.writeString(
        directory.resolve(MASTER), "databaseChangeLog:\n  - includeAll:\n      path: files\n");
  }

  @Override
  public void migrate(String url, Path directory) throws Exception {
    Map<String, Object> values = new HashMap<>();
    values.put("liquibase.analytics.enabled", false);
    values.put(Scope.Attr.logService.name(), new NoOpLogService());
    values.put(Scope.Attr.ui.name(), new LoggerUIService());
    values.put(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(directory));
    Scope.child(values, () -> update(url));
  }

  private static void update(String url) throws Exception {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(
                new JdbcConnection(DriverManager.getConnection(url)));
    try (database) {
      CommandScope update = new CommandScope("update");
      update.addArgumentValue("database", database);
      update.addArgumentValue("changelogFile", MASTER);
      update.setOutput(OutputStream.nullOutputStream());
      update.execute();
    }
  }
}
