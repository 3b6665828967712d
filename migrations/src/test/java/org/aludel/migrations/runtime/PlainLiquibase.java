package org.aludel.migrations.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.script.MasterChangelog;
import org.aludel.migrations.script.RevisionFile;
import org.aludel.migrations.script.ScriptDirectory;
import org.aludel.testing.TestDatabase;

/**
 * Runs commands of Liquibase itself on the files of a script, silent and offline: of the version on
 * the class path, which is 4.33 but for the program of {@link Liquibase5Test}.
 */
final class PlainLiquibase {
  private final Path directory;
  private final String url;

  PlainLiquibase(Path directory, TestDatabase database) {
    this(directory, database.jdbcUrl());
  }

  PlainLiquibase(Path directory, String url) {
    this.directory = directory;
    this.url = url;
  }

  /** Writes the files of a history and the changelog that includes them. */
  PlainLiquibase files(Script script) throws Exception {
    ScriptDirectory scripts = ScriptDirectory.of(directory.resolve("revisions"));
    for (Revision revision : script.revisions()) {
      scripts.write(revision, List.of());
    }
    String master = MasterChangelog.of(scripts.files(), file -> "revisions/" + name(file));
    Files.writeString(directory.resolve("master.yaml"), master);
    return this;
  }

  private static String name(RevisionFile file) {
    return String.valueOf(Path.of(file.path()).getFileName());
  }

  /** The output of a command. */
  String run(String command, Object... arguments) throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Map<String, Object> values = new HashMap<>();
    values.put("liquibase.analytics.enabled", false);
    values.put(Scope.Attr.logService.name(), new NoOpLogService());
    values.put(Scope.Attr.ui.name(), new LoggerUIService());
    values.put(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(directory));
    Scope.child(values, () -> execute(command, arguments, output));
    return output.toString(StandardCharsets.UTF_8);
  }

  private void execute(String command, Object[] arguments, ByteArrayOutputStream output)
      throws Exception {
    Database target =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(
                new JdbcConnection(DriverManager.getConnection(url)));
    try {
      CommandScope scope = new CommandScope(command);
      scope.addArgumentValue("database", target);
      scope.addArgumentValue("changelogFile", "master.yaml");
      for (int i = 0; i < arguments.length; i += 2) {
        scope.addArgumentValue(String.valueOf(arguments[i]), arguments[i + 1]);
      }
      scope.setOutput(output);
      scope.execute();
    } finally {
      target.close();
    }
  }
}
