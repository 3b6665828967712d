package org.aludel.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A share in a real PostgreSQL server whose data is kept in a directory.
 *
 * <pre>{@code
 * try (EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("data"), Options.ofDurable())) {
 *   Connection connection = DriverManager.getConnection(server.jdbcUrl("shop"));
 * }
 * }</pre>
 *
 * The first user of a directory, in whatever process, starts the server; others join it; the last
 * one to close, or to end, stops it. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private final Membership membership;
  private final String password;

  private EmbeddedPostgres(Membership membership, String password) {
    this.membership = membership;
    this.password = password;
  }

  /**
   * How a server is started. One that runs already is joined as it is, but never one that is less
   * durable than asked for.
   *
   * @param durable whether commits survive a crash of the machine ({@code fsync} on)
   * @param binaries a jar of binaries to use in place of the class path's
   * @param settings more server settings, by name; they override the data directory's
   */
  public record Options(boolean durable, @Nullable Path binaries, Map<String, String> settings) {
    /** Copies the settings. */
    public Options {
      settings = Map.copyOf(settings);
    }

    /** For data that matters. */
    public static Options ofDurable() {
      return new Options(true, null, Map.of());
    }

    /** For data that may be lost with the machine's power: faster, for tests. */
    public static Options ofNotDurable() {
      return new Options(false, null, Map.of());
    }

    /** The same with the server of another jar. */
    public Options withBinaries(Path jar) {
      return new Options(durable, jar, settings);
    }

    /** The same with one more server setting. */
    public Options withSetting(String name, String value) {
      Map<String, String> more = new java.util.TreeMap<>(settings);
      more.put(name, value);
      return new Options(durable, binaries, more);
    }
  }

  /** Starts or joins the server of a directory with durable settings. */
  public static EmbeddedPostgres start(Path directory) throws SQLException {
    return start(directory, Options.ofDurable());
  }

  /**
   * Starts or joins the server of a directory, which is made if it is missing. Takes about a second
   * the first time, a tenth of one later.
   *
   * @throws SQLException with a code {@code ORM-EMBEDDED-…} if the directory cannot be used, the
   *     binaries are missing or of another version, or the server does not start (the message then
   *     quotes its log)
   */
  public static EmbeddedPostgres start(Path directory, Options options) throws SQLException {
    Layout layout = Layout.prepare(directory);
    Membership membership = Membership.join(layout, options);
    try {
      EmbeddedPostgres server = new EmbeddedPostgres(membership, layout.password());
      if (options.durable()) {
        server.refuseIfNotDurable();
      }
      return server;
    } catch (SQLException | RuntimeException e) {
      closeAfter(membership, e);
      throw e;
    } catch (IOException e) {
      SQLException failure =
          Failure.of(
                  EmbeddedCode.INVALID_DIRECTORY,
                  "cannot read the password of \"" + layout.root() + "\"")
              .found(String.valueOf(e))
              .toException(e);
      closeAfter(membership, failure);
      throw failure;
    }
  }

  /**
   * Stops the server of a directory whose users have all been killed; needs no binaries.
   *
   * @return false if somebody uses the server, which then is left alone
   */
  public static boolean stopAbandoned(Path directory) throws SQLException {
    Layout layout = Layout.prepare(directory);
    return DirectoryLock.within(
        layout.lock(),
        () -> {
          boolean abandoned = !UserSlot.anyTaken(layout.users());
          if (abandoned) {
            new ServerFiles(layout).interrupt();
          }
          return abandoned;
        });
  }

  private static void closeAfter(Membership membership, Exception failure) {
    try {
      membership.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private void refuseIfNotDurable() throws SQLException {
    if (databases().setting("fsync").equals("off")) {
      throw Failure.of(
              EmbeddedCode.NOT_DURABLE,
              "cannot join the server in \"" + membership.server().layout().root() + "\"")
          .found("another process started it with durable=false")
          .expected("a server whose commits survive a crash")
          .fix("end the other process first, or say durable=false here as well")
          .toException();
    }
  }

  private Databases databases() {
    return new Databases(port(), password);
  }

  /**
   * A URL of the PostgreSQL driver with user and password, for a database that is created if it is
   * missing.
   */
  public String jdbcUrl(String database) throws SQLException {
    databases().ensure(database);
    return databases().url(database) + "?user=" + user() + "&password=" + password;
  }

  /** Opens a connection to a database that is created if it is missing. */
  Connection connect(String database, Properties properties) throws SQLException {
    databases().ensure(database);
    return databases().connect(database, properties);
  }

  /** The address that the server listens at, on the loopback interface. */
  public String host() {
    return Server.HOST;
  }

  /** The port that the server listens at; another one after each start. */
  public int port() {
    return membership.port();
  }

  /** The superuser's name. */
  public String user() {
    return Server.USER;
  }

  /** The superuser's password, which only the directory's owner can read. */
  public String password() {
    return password;
  }

  /** The folder of the server's programs: {@code initdb}, {@code pg_ctl} and {@code postgres}. */
  public Path binDir() {
    return membership.server().binaries().bin();
  }

  /** The server's version, such as {@code 18.6}. */
  public String version() {
    return membership.server().binaries().version();
  }

  /** Leaves the server and stops it if nobody else uses it. The second call does nothing. */
  @Override
  public void close() throws SQLException {
    membership.close();
  }
}
