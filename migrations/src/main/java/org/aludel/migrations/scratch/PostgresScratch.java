package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.aludel.compile.SqlLiteral;
import org.aludel.engine.Connection;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.engine.EngineOptions;
import org.aludel.engine.Result;
import org.aludel.error.DatabaseException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes scratch databases: on the live database's own server, or on another one. Their names begin
 * with {@value #PREFIX}, then the server's clock; one that is older than a minute and that nobody
 * is connected to was left by a run that died, and is dropped when the next one is made.
 */
final class PostgresScratch implements ScratchPlace {
  private static final String PREFIX = "aludel_scratch_";
  private static final String EMBEDDED = "jdbc:embedded:postgresql";

  /** Seconds in which a database may be without a connection between its creation and its use. */
  private static final int GRACE_SECONDS = 60;

  /** In use, or not there. Source: PostgreSQL, error codes. */
  private static final Set<String> NO_LEFTOVER = Set.of("55006", "3D000");

  private static final Logger LOG = LoggerFactory.getLogger("org.aludel.migrations");

  private final Engine live;
  private final @Nullable DatabaseUrl url;

  PostgresScratch(Engine live, @Nullable DatabaseUrl url) {
    this.live = live;
    this.url = url;
  }

  @Override
  public Optional<String> obstacle() {
    if (url == null) {
      return Optional.of(
          "the engine has a data source instead of an address, so no other database can be reached"
              + " (set scratch.url)");
    }
    try (Engine server = server();
        Connection connection = server.connect();
        Result<Row> rows =
            connection.execute(
                "SELECT rolcreatedb OR rolsuper AS may, current_user::text AS role"
                    + " FROM pg_roles WHERE rolname = current_user")) {
      Row row = rows.one();
      return Boolean.TRUE.equals(row.get("may"))
          ? Optional.empty()
          : Optional.of(
              "role \"" + row.get("role") + "\" may not create databases (set scratch.url)");
    } catch (DatabaseException failure) {
      return Optional.of(failure.problem().what());
    }
  }

  @Override
  public ScratchDatabase create() {
    Engine server = server();
    try {
      String name = create(server, settings(server));
      return new ScratchDatabase(engine(name), name, () -> drop(server, name));
    } catch (DatabaseException failure) {
      server.close();
      throw failed(String.valueOf(failure.getMessage()), failure);
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  /** Those of the live database; where they are needed its roles are copied on the way. */
  private DatabaseSettings settings(Engine server) {
    try (Connection connection = live.connect()) {
      if (isOursAlone()) {
        copyRoles(connection, server);
      }
      return DatabaseSettings.of(connection);
    }
  }

  @Override
  public List<String> leftovers() {
    if (obstacle().isPresent()) {
      return List.of();
    }
    try (Engine server = server();
        Connection connection = server.connectAutocommit()) {
      return leftovers(connection);
    }
  }

  @Override
  public boolean dropLeftover(String name) {
    try (Engine server = server();
        Connection connection = server.connectAutocommit()) {
      return leftovers(connection).contains(name) && drop(connection, name);
    }
  }

  @Override
  public List<String> dropLeftovers() {
    try (Engine server = server();
        Connection connection = server.connectAutocommit()) {
      return leftovers(connection).stream().filter(name -> drop(connection, name)).toList();
    }
  }

  private String create(Engine server, DatabaseSettings settings) {
    try (Connection connection = server.connectAutocommit()) {
      leftovers(connection).forEach(each -> dropIfPossible(connection, each));
      long now = seconds(connection);
      String name = PREFIX + now + "_" + UUID.randomUUID().toString().substring(0, 8);
      var quoter = server.dialect().quoter();
      connection.update(
          "CREATE DATABASE "
              + quoter.quote(name)
              + " TEMPLATE template0"
              + settings.createOptions());
      settings.statements(name, quoter).forEach(connection::update);
      return name;
    }
  }

  /** An embedded server beside the live one: nobody else reads its roles. */
  private boolean isOursAlone() {
    return url != null && !url.equals(live.url()) && url.protocol().equals(EMBEDDED);
  }

  private static void copyRoles(Connection connection, Engine server) {
    try (Connection scratch = server.connectAutocommit()) {
      ScratchRoles.copy(connection, scratch);
    }
  }

  private static long seconds(Connection connection) {
    return new ScratchSql(connection).number("SELECT extract(epoch FROM now())::bigint");
  }

  private static List<String> leftovers(Connection connection) {
    List<String> candidates = new ArrayList<>();
    try (Result<Row> rows =
        connection.execute(
            """
            SELECT datname::text AS name FROM pg_database d
            WHERE datname LIKE 'aludel\\_scratch\\_%' AND pg_has_role(datdba, 'USAGE')
              AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)
            ORDER BY 1\
            """)) {
      rows.forEach(each -> candidates.add(String.valueOf(each.get("name"))));
    }
    long now = seconds(connection);
    return candidates.stream().filter(name -> madeAt(name) + GRACE_SECONDS < now).toList();
  }

  /** Nobody's work fails for what another run left. */
  private static void dropIfPossible(Connection connection, String name) {
    try {
      drop(connection, name);
    } catch (RevisionException refused) {
      LOG.warn("{}", refused.problem().message());
    }
  }

  /** False when another run was quicker or has just connected; then it is no leftover. */
  private static boolean drop(Connection connection, String name) {
    try {
      connection.update("DROP DATABASE " + connection.dialect().quoter().quote(name));
      return true;
    } catch (DatabaseException failure) {
      if (NO_LEFTOVER.contains(String.valueOf(failure.sqlState()))) {
        return false;
      }
      throw notDropped(name, failure);
    }
  }

  private static long madeAt(String name) {
    String[] parts = name.substring(PREFIX.length()).split("_", -1);
    return parts.length == 2 && parts[0].matches("[0-9]{1,15}")
        ? Long.parseLong(parts[0])
        : Long.MAX_VALUE / 2;
  }

  private Engine server() {
    return Engine.create(address(), this::configure);
  }

  private Engine engine(String database) {
    DatabaseUrl address = address();
    if (!address.hosts().isEmpty()) {
      return Engine.create(address.withDatabase(database), this::configure);
    }
    Map<String, String> query = new TreeMap<>(address.query());
    query.put("database", database);
    return Engine.create(address.withQuery(query), this::configure);
  }

  private DatabaseUrl address() {
    DatabaseUrl address = url;
    if (address == null) {
      throw failed("the engine has no address", null);
    }
    return address;
  }

  /** The live engine's user and password, unless the scratch address has its own. */
  private void configure(EngineOptions.Builder builder) {
    EngineOptions options = live.options();
    builder.unpooled();
    boolean own = url != null && !url.equals(live.url());
    if (own) {
      return;
    }
    String user = options.user();
    if (user != null) {
      builder.user(user);
    }
    var password = options.password();
    if (password != null) {
      builder.password(password);
    }
    options.properties().forEach(builder::property);
  }

  /** Ends the engine too, which is of no use any more. */
  private static void drop(Engine server, String name) {
    try (server;
        Connection connection = server.connectAutocommit()) {
      connection.update(
          "DROP DATABASE IF EXISTS " + server.dialect().quoter().quote(name) + " WITH (FORCE)");
    } catch (DatabaseException failure) {
      throw notDropped(name, failure);
    }
  }

  private static RevisionException notDropped(String name, DatabaseException failure) {
    return new RevisionException(
        Problem.of(
                MigrationCode.SCRATCH_FAILED, "cannot drop the scratch database \"" + name + "\"")
            .found(String.valueOf(failure.getMessage()))
            .expected("a database that nothing else uses")
            .fix("DROP DATABASE " + SqlLiteral.text(name).replace('\'', '"')),
        failure);
  }

  private static RevisionException failed(String found, @Nullable Throwable cause) {
    return new RevisionException(
        Problem.of(MigrationCode.SCRATCH_FAILED, ScratchServer.CANNOT)
            .found(found)
            .expected("a role that may create databases, on this server or on another")
            .fix(
                "ALTER ROLE … CREATEDB, or name another server by -Dorm.scratch.url="
                    + "postgresql://…"),
        cause);
  }
}
