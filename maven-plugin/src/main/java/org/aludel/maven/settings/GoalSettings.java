package org.aludel.maven.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.aludel.migrations.config.Settings;
import org.aludel.migrations.config.SettingsLoader;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a goal was given and merges it with {@code aludel.yaml} and the environment. A
 * parameter, whether from {@code -Dorm.*}, the POM's properties or {@code <configuration>}, is
 * stronger than both, and the command line is the strongest: who types a database's URL means it.
 * Not thread-safe.
 */
public final class GoalSettings {
  private static final String PREFIX = "orm.";
  private final Map<String, String> given = new LinkedHashMap<>();

  /** Takes a parameter by the name of its property without {@code orm.}; null was not given. */
  public GoalSettings with(String name, @Nullable String value) {
    if (value != null) {
      given.put(PREFIX + name, value);
    }
    return this;
  }

  /** Takes a list; null or an empty one was not given. */
  public GoalSettings with(String name, @Nullable List<String> values) {
    return values == null || values.isEmpty() ? this : with(name, String.join(",", values));
  }

  /**
   * Takes every {@code -Dorm.*} of the command line: over what the POM configures, which Maven by
   * itself would prefer without a word, and also those that no parameter took, so that a misspelt
   * one is refused.
   *
   * @param ownNames properties that the goal handles itself, without {@code orm.}
   */
  public GoalSettings withCommandLine(Properties userProperties, List<String> ownNames) {
    for (String property : userProperties.stringPropertyNames()) {
      if (property.startsWith(PREFIX) && !ownNames.contains(property.substring(PREFIX.length()))) {
        given.put(property, userProperties.getProperty(property));
      }
    }
    return this;
  }

  /**
   * The settings of each database; user and password of {@code orm.server} fill in what nobody said
   * otherwise.
   *
   * @param base the project's directory
   * @throws org.aludel.error.RevisionException MIG-INVALID-SETTING with everything that is wrong
   * @throws org.aludel.maven.MavenException as {@link ServerCredentials#of}
   */
  public List<Settings> load(
      Path base, Map<String, String> environment, ServerCredentials servers) {
    return SettingsLoader.loadAll(base, environment, given).stream()
        .map(
            each ->
                each.server() == null
                    ? each
                    : SettingsLoader.load(base, environment, entitled(each, servers)))
        .toList();
  }

  private Map<String, String> entitled(Settings settings, ServerCredentials servers) {
    Credentials credentials = servers.of(String.valueOf(settings.server()));
    GoalSettings one = new GoalSettings();
    one.given.putAll(given);
    one.with("database", settings.database());
    if (settings.user() == null) {
      one.with("user", credentials.user());
    }
    if (settings.password() == null) {
      one.with("password", credentials.password());
    }
    return one.given;
  }
}
