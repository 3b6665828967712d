package org.aludel.migrations.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.dialect.Dialect;
import org.aludel.engine.Connection;
import org.aludel.migrations.contention.SharedObject;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The tables that runners keep: the heads and the append-only log under the names of the {@link
 * VersionStore}, and {@code databasechangelog} (Liquibase's ledger, in Liquibase's form). Their
 * names are always written with the schema, because a revision's own SQL may change the search
 * path.
 */
public final class Bookkeeping {
  /** Which changesets are done. */
  public static final String LEDGER = "databasechangelog";

  /** The row that Liquibase locks; never made by us. */
  public static final String LIQUIBASE_LOCK = "databasechangeloglock";

  /** Source: what Liquibase 4.33.0 creates on PostgreSQL; a test compares the two. */
  private static final String CREATE_LEDGER =
      """
      CREATE TABLE %s (
        id varchar(255) NOT NULL,
        author varchar(255) NOT NULL,
        filename varchar(255) NOT NULL,
        dateexecuted timestamp NOT NULL,
        orderexecuted integer NOT NULL,
        exectype varchar(10) NOT NULL,
        md5sum varchar(35),
        description varchar(255),
        comments varchar(255),
        tag varchar(255),
        liquibase varchar(20),
        contexts varchar(255),
        labels varchar(255),
        deployment_id varchar(10))\
      """;

  private static final String CREATE_VERSION =
      "CREATE TABLE %s (version_num varchar(64) NOT NULL, CONSTRAINT %s PRIMARY KEY"
          + " (version_num))";

  private final RunnerOptions options;
  private final IdentifierQuoter quoter;
  private final RunDialect dialect;

  public Bookkeeping(RunnerOptions options, Dialect dialect) {
    this.options = options;
    this.quoter = dialect.quoter();
    this.dialect = RunDialect.of(dialect);
  }

  /** Where it lies. */
  RunnerOptions options() {
    return options;
  }

  /** The schema of unqualified names, quoted where needed. */
  String searchPath() {
    return quoter.quote(options.defaultSchema());
  }

  /** The table of heads, by its own name. */
  public String version() {
    return options.store().table();
  }

  /** The log, by its own name. */
  public String log() {
    return options.store().log();
  }

  /** How far backfills have come, by its own name. */
  String progress() {
    return options.store().progress();
  }

  /** A bookkeeping table's name for SQL. */
  public String table(String name) {
    return quoter.quote(new QualifiedName(options.storeSchema(), name));
  }

  /** Which of the tables are there. */
  public Set<String> existing(Connection connection) {
    return dialect.existing(
        connection,
        options.storeSchema(),
        List.of(version(), log(), LEDGER, LIQUIBASE_LOCK, progress()));
  }

  /** Statements that make those that are missing. */
  List<String> ddl() {
    List<String> statements = new ArrayList<>();
    if (ownSchema()) {
      statements.add(createSchema());
    }
    Stream.of(createVersion(), createLedger(), createLog())
        .map(Bookkeeping::whereMissing)
        .forEach(statements::add);
    return statements;
  }

  private static String whereMissing(String ddl) {
    return ddl.replaceFirst("^CREATE TABLE", "CREATE TABLE IF NOT EXISTS");
  }

  /** Makes those that are missing, in the current transaction. */
  void createMissing(Connection connection, Set<String> existing) {
    String schema = "SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname = ?";
    // Asked first: even IF NOT EXISTS needs the right to create one.
    if (ownSchema() && !Long.valueOf(1).equals(count(connection, schema))) {
      SharedObject.make(connection, createSchema());
    }
    create(connection, existing, version(), createVersion());
    create(connection, existing, LEDGER, createLedger());
    create(connection, existing, log(), createLog());
  }

  private @Nullable Long count(Connection connection, String sql) {
    return connection.execute(sql, options.storeSchema()).scalar(Long.class);
  }

  private boolean ownSchema() {
    return !options.storeSchema().equals(options.defaultSchema());
  }

  private String createSchema() {
    return "CREATE SCHEMA IF NOT EXISTS " + quoter.quote(options.storeSchema());
  }

  private String createVersion() {
    return CREATE_VERSION.formatted(table(version()), key(version()));
  }

  private String createLedger() {
    return CREATE_LEDGER.formatted(table(LEDGER));
  }

  private String createLog() {
    return dialect.createLog().formatted(table(log()), key(log()));
  }

  private String key(String name) {
    return quoter.quote(name + "_pkey");
  }

  private static void create(Connection connection, Set<String> existing, String name, String ddl) {
    if (!existing.contains(name)) {
      SharedObject.make(connection, whereMissing(ddl));
    }
  }
}
