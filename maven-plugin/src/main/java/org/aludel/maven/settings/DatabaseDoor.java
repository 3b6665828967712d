package org.aludel.maven.settings;

import java.nio.file.Path;
import java.sql.Driver;
import java.util.ServiceLoader;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.error.Problem;
import org.aludel.maven.MavenCode;
import org.aludel.maven.MavenException;
import org.aludel.migrations.config.Settings;

/** Opens the database that settings name, for one goal: a connection at a time, no pool. */
public final class DatabaseDoor {
  private static final String EMBEDDED = "jdbc:embedded:postgresql";

  private DatabaseDoor() {}

  /**
   * An engine that has not connected yet; close it when the goal ends.
   *
   * @param base what a relative directory of the embedded server is relative to: in a build of
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
   * where scratch databases are made on a server of their own, which it names then.
   */
  public static Engine closed(Settings settings) {
    registerDrivers();
    DatabaseUrl scratch = settings.scratch().url();
    DatabaseUrl nowhere = DatabaseUrl.parse("postgresql://localhost/none");
    return Engine.create(scratch == null ? nowhere : scratch, options -> options.unpooled());
  }

  private static DatabaseUrl below(Path base, DatabaseUrl url) {
    return url.protocol().equals(EMBEDDED)
        ? url.withDatabase(base.resolve(url.database()).normalize().toString())
        : url;
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
