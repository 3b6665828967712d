package org.aludel.maven.settings;

import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.ServiceLoader;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.error.Problem;
import org.aludel.maven.MavenCode;
import org.aludel.maven.MavenException;
import org.aludel.migrations.config.Settings;
import org.jspecify.annotations.Nullable;

/** Opens the database that settings name, for one goal: a connection at a time, no pool. */
public final class DatabaseDoor {
  private static final String EMBEDDED = "jdbc:embedded:postgresql";

  private DatabaseDoor() {}

  /**
   * An engine that has not connected yet; close it when the goal ends.
   *
   * @param base what a relative directory or file of a database is relative to: in a build of
   *     several modules Maven's own directory is another one
   * @throws MavenException MISSING_SETTING without a URL
   */
  public static Engine open(Settings settings, Path base) {
    if (settings.url() == null) {
      throw new MavenException(
          Problem.of(MavenCode.MISSING_SETTING, "cannot find the database: \"orm.url\" is missing")
              .expected("url: in aludel.yaml, ALUDEL_URL in the environment, or -Dorm.url")
              .fix("mvn orm:current -Dorm.url=postgresql://localhost/shop"));
    }
    registerDrivers();
    DatabaseUrl url = below(base, settings.url());
    return Engine.create(
        url,
        options -> {
          options.unpooled();
          if (settings.user() != null) {
            options.user(settings.user());
          }
          if (settings.password() != null) {
            options.password(settings.password()::reveal);
          }
        });
  }

  /**
   * An engine for goals that do without the database: it gives the dialect. It is connected only
   * where scratch databases are made: on the server that the settings name for them, else on that
   * of the database, else on an embedded one whose data lies in {@code target}.
   *
   * @param base as for {@link #open}
   */
  public static Engine closed(Settings settings, Path base) {
    registerDrivers();
    DatabaseUrl scratch = settings.scratch().url();
    if (scratch != null) {
      return Engine.create(scratch, options -> options.unpooled());
    }
    if (settings.url() != null) {
      return open(settings, base);
    }
    return Engine.create(
        embeddedDriver() ? embedded(base) : DatabaseUrl.parse("postgresql://localhost/none"),
        options -> options.unpooled());
  }

  /**
   * Why {@link #closed} gives an engine that leads nowhere, or null when it leads to a server. To
   * be asked after it.
   */
  public static @Nullable String obstacle(Settings settings) {
    boolean somewhere =
        settings.url() != null || settings.scratch().url() != null || embeddedDriver();
    return somewhere
        ? null
        : "there is no orm.url, no orm.scratch.url, and no aludel-embedded-postgres among the"
            + " plugin's dependencies";
  }

  private static DatabaseUrl embedded(Path base) {
    return DatabaseUrl.parse("embedded:postgresql:scratch")
        .withDatabase(base.resolve("target/aludel/scratch").normalize().toString())
        .withQuery(Map.of("durable", "false"));
  }

  private static boolean embeddedDriver() {
    return DriverManager.drivers().anyMatch(DatabaseDoor::acceptsEmbedded);
  }

  private static boolean acceptsEmbedded(Driver driver) {
    try {
      return driver.acceptsURL(EMBEDDED + ":scratch");
    } catch (SQLException refused) {
      throw new IllegalStateException("a driver only looks at the URL", refused);
    }
  }

  private static DatabaseUrl below(Path base, DatabaseUrl url) {
    return url.protocol().equals(EMBEDDED)
        ? url.withDatabase(base.resolve(url.database()).normalize().toString())
        : url.inFolder(base);
  }

  /**
   * DriverManager looks for drivers once in the life of Maven, perhaps before this plugin and its
   * class loader existed; loading them here makes them register themselves.
   */
  private static void registerDrivers() {
    ServiceLoader.load(Driver.class, DatabaseDoor.class.getClassLoader())
        .forEach(driver -> driver.getMajorVersion());
  }
}
