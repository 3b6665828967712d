package org.aludel.migrations.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.engine.Connection;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Row;

/**
 * The tables that runners keep: {@code aludel_version} (the heads), {@code aludel_revision_log}
 * (append-only), {@code databasechangelog} (Liquibase's ledger, in Liquibase's form). Their names
 * are always written with the schema, because a revision's own SQL may change the search path.
 */
public final class Bookkeeping {
  /** The heads. */
  public static final String VERSION = "aludel_version";

  /** What was done when. */
  public static final String LOG = "aludel_revision_log";

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
      "CREATE TABLE %s (version_num varchar(64) NOT NULL, CONSTRAINT aludel_version_pkey PRIMARY"
          + " KEY (version_num))";

  private static final String CREATE_LOG =
      """
      CREATE TABLE %s (
        id bigint GENERATED ALWAYS AS IDENTITY,
        revision varchar(64) NOT NULL,
        step varchar(255),
        action varchar(10) NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        digest varchar(64) NOT NULL,
        canonical_text text NOT NULL,
        duration_ms bigint NOT NULL,
        applied_by text NOT NULL DEFAULT session_user,
        host text NOT NULL,
        tool_version varchar(64) NOT NULL,
        CONSTRAINT aludel_revision_log_pkey PRIMARY KEY (id))\
      """;

  private static final String EXISTING =
      """
      SELECT c.relname::text FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname IN
        ('aludel_version', 'aludel_revision_log', 'databasechangelog', 'databasechangeloglock')\
      """;

  private final String schema;
  private final IdentifierQuoter quoter;

  /**
   * @param schema in which the tables are
   */
  public Bookkeeping(String schema, IdentifierQuoter quoter) {
    this.schema = schema;
    this.quoter = quoter;
  }

  /** The schema by its own name. */
  String schema() {
    return schema;
  }

  /** The schema's name, quoted where needed. */
  String quotedSchema() {
    return quoter.quote(schema);
  }

  /** A bookkeeping table's name for SQL. */
  public String table(String name) {
    return quoter.quote(new QualifiedName(schema, name));
  }

  /** Which of the tables are there. */
  public Set<String> existing(Connection connection) {
    Set<String> names = new LinkedHashSet<>();
    for (Row row : connection.execute(EXISTING, schema)) {
      names.add(String.valueOf(row.get(0)));
    }
    return names;
  }

  /** Statements that make those that are missing. */
  List<String> ddl() {
    return Stream.of(
            CREATE_VERSION.formatted(table(VERSION)),
            CREATE_LEDGER.formatted(table(LEDGER)),
            CREATE_LOG.formatted(table(LOG)))
        .map(each -> each.replaceFirst("^CREATE TABLE", "CREATE TABLE IF NOT EXISTS"))
        .toList();
  }

  /** Makes those that are missing, in the current transaction. */
  void createMissing(Connection connection, Set<String> existing) {
    create(connection, existing, VERSION, CREATE_VERSION);
    create(connection, existing, LEDGER, CREATE_LEDGER);
    create(connection, existing, LOG, CREATE_LOG);
  }

  private void create(Connection connection, Set<String> existing, String name, String ddl) {
    if (!existing.contains(name)) {
      connection.update(String.format(ddl, table(name)));
    }
  }
}
