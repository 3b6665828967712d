package org.aludel.migrations.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.database.PreparedStatementFactory;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.logging.core.NoOpLogService;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;
import liquibase.ui.LoggerUIService;
import org.aludel.engine.Connection;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.Value;

/**
 * Lets Liquibase turn a change into statements, and runs these on our connection. Liquibase's own
 * update is never used: it commits steps and ledger apart.
 */
final class LiquibaseChanges implements ForeignChanges {
  @Override
  public void run(Connection connection, Change change) throws Exception {
    java.sql.Connection jdbc = connection.unwrap(java.sql.Connection.class);
    boolean autocommit = jdbc.getAutoCommit();
    ResourceAccessor files = new ClassLoaderResourceAccessor();
    try {
      Scope.child(
          Map.of(
              "liquibase.analytics.enabled",
              false,
              Scope.Attr.resourceAccessor.name(),
              files,
              Scope.Attr.logService.name(),
              new NoOpLogService(),
              Scope.Attr.ui.name(),
              new LoggerUIService()),
          () -> execute(connection, new HeldDatabase(jdbc, autocommit), change, files));
    } finally {
      files.close();
    }
  }

  private static void execute(
      Connection connection, HeldDatabase database, Change change, ResourceAccessor files)
      throws Exception {
    ChangeFactory factory = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
    liquibase.change.Change theirs = factory.create(change.type());
    theirs.load(node(change), files);
    theirs.finishInitialization();
    for (SqlStatement statement : theirs.generateStatements(database)) {
      if (statement instanceof ExecutablePreparedStatement prepared) {
        prepared.execute(new PreparedStatementFactory(database.jdbc()));
      } else {
        for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(statement, database)) {
          connection.execute(sql.toSql()).close();
        }
      }
    }
  }

  private static ParsedNode node(Change change) throws ParsedNodeException {
    return new ParsedNode(null, change.type())
        .setValue(plain(new Value.Fields(change.parameters())));
  }

  /** Maps, lists and texts, as Liquibase's own YAML parser hands them over. */
  private static Object plain(Value value) {
    if (value instanceof Value.Items items) {
      return items.items().stream().map(LiquibaseChanges::plain).toList();
    }
    if (value instanceof Value.Fields fields) {
      Map<String, Object> plain = new LinkedHashMap<>();
      fields.fields().forEach((key, each) -> plain.put(key, plain(each)));
      return plain;
    }
    return ((Value.Text) value).text();
  }

  /** PostgreSQL on a connection whose autocommit mode stays as it is. */
  private static final class HeldDatabase extends PostgresDatabase {
    private final JdbcConnection jdbc;
    private final boolean autocommit;

    HeldDatabase(java.sql.Connection connection, boolean autocommit) {
      this.jdbc = new JdbcConnection(connection);
      this.autocommit = autocommit;
      setConnection(jdbc);
    }

    JdbcConnection jdbc() {
      return jdbc;
    }

    @Override
    public boolean getAutoCommitMode() {
      return autocommit;
    }
  }
}
