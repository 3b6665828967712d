package org.aludel.migrations.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.yaml.Findings;
import org.aludel.util.Suggestion;

/**
 * Merges the sources of settings, each stronger than the one before: defaults, {@code aludel.yaml},
 * the environment ({@code ALUDEL_URL}), properties ({@code orm.url}).
 */
public final class SettingsLoader {
  /** The name of the settings file. */
  public static final String FILE = "aludel.yaml";

  private final Path base;
  private final Findings findings = new Findings();
  private final Map<String, RawSetting> merged = new LinkedHashMap<>();
  private Map<String, Profile> profiles = Map.of();

  private SettingsLoader(Path base) {
    this.base = base;
  }

  /**
   * The settings of a project.
   *
   * @param base the project's directory, which may hold {@code aludel.yaml} and to which relative
   *     paths belong
   * @param environment the process environment; empty variables do not count
   * @param properties names with and without {@code orm.}; only those with it are read
   * @throws RevisionException INVALID_SETTING with everything that is wrong in all sources
   */
  public static Settings load(
      Path base, Map<String, String> environment, Map<String, String> properties) {
    SettingsLoader loader = new SettingsLoader(base);
    loader.readFile(environment);
    loader.readEnvironment(environment);
    loader.readProperties(properties);
    Settings settings =
        new SettingsParser(loader.merged, loader.profiles, loader.findings).parse(base);
    loader.refuseFindings();
    return settings;
  }

  /**
   * How revisions are run, for a build that knows no database: what the rest of the settings names
   * in the environment need not be there.
   *
   * @throws RevisionException INVALID_SETTING
   */
  public static RunSetting running(
      Path base, Map<String, String> environment, Map<String, String> properties) {
    SettingsLoader loader = new SettingsLoader(base);
    loader.readFile(new Lenient(environment));
    Map<String, String> variables = new LinkedHashMap<>();
    Map<String, String> given = new LinkedHashMap<>();
    for (String key : SettingKeys.RUNNING) {
      String variable = SettingKeys.variable(key);
      variables.put(variable, environment.getOrDefault(variable, ""));
      String property = properties.get(SettingKeys.property(key));
      if (property != null) {
        given.put(SettingKeys.property(key), property);
      }
    }
    loader.readEnvironment(variables);
    loader.readProperties(given);
    for (String key : SettingKeys.RUNNING) {
      RawSetting setting = loader.merged.get(key);
      if (setting != null && setting.text().isBlank()) {
        loader.findings.error(setting.origin(), "\"" + key + "\" is empty");
      }
    }
    loader.merged.keySet().retainAll(SettingKeys.RUNNING);
    RunSetting running =
        new SettingsParser(loader.merged, loader.profiles, loader.findings).parse(base).running();
    loader.refuseFindings();
    return running;
  }

  /** An environment in which each variable is there, perhaps empty. */
  private static final class Lenient extends AbstractMap<String, String> {
    private final Map<String, String> environment;

    Lenient(Map<String, String> environment) {
      this.environment = environment;
    }

    @Override
    public String get(Object name) {
      return environment.getOrDefault(name, "");
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
      return environment.entrySet();
    }
  }

  /** What holds where nobody says anything; reads neither a file nor the environment. */
  public static Settings defaults(Path base) {
    return new SettingsParser(Map.of(), Map.of(), new Findings()).parse(base);
  }

  private void readFile(Map<String, String> environment) {
    Path file = base.resolve(FILE);
    if (!Files.exists(file)) {
      return;
    }
    try {
      SettingsFile read = SettingsFile.read(FILE, Files.readString(file), environment, findings);
      merged.putAll(read.settings());
      profiles = read.profiles();
    } catch (IOException e) {
      findings.error(file.toString(), "the file cannot be read as UTF-8: " + e.getMessage());
    }
  }

  private void readEnvironment(Map<String, String> environment) {
    Map<String, String> known = new LinkedHashMap<>();
    SettingKeys.ALL.forEach(key -> known.put(SettingKeys.variable(key), key));
    environment.forEach(
        (variable, text) -> {
          String key = known.get(variable);
          if (key != null && !text.isBlank()) {
            put(key, RawSetting.of(text, variable));
          } else if (key == null && variable.startsWith("ALUDEL_")) {
            refuseMisspelt(variable, known);
          }
        });
  }

  /** Other tools may use the prefix, so only a name that is nearly ours is an error. */
  private void refuseMisspelt(String variable, Map<String, String> known) {
    Suggestion.closest(variable, known.keySet())
        .ifPresent(
            name ->
                findings.error(
                    variable, "unknown environment variable, did you mean \"" + name + "\"?"));
  }

  private void readProperties(Map<String, String> properties) {
    Map<String, String> known = new LinkedHashMap<>();
    SettingKeys.ALL.forEach(key -> known.put(SettingKeys.property(key), key));
    properties.forEach(
        (property, text) -> {
          String key = known.get(property);
          if (key != null) {
            put(key, RawSetting.of(text, "-D" + property));
          } else if (property.startsWith("orm.")) {
            findings.error(
                "-D" + property, "unknown property" + Suggestion.phrase(property, known.keySet()));
          }
        });
  }

  /** A stronger source that says where scratch databases go replaces both ways of saying it. */
  private void put(String key, RawSetting setting) {
    if (key.equals("scratch")) {
      merged.remove("scratch.url");
    }
    merged.put(key, setting);
  }

  private void refuseFindings() {
    if (!findings.errors().isEmpty()) {
      throw new RevisionException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot read the settings: " + findings.count())
              .found(String.join("\n", findings.errors()))
              .expected("known settings with values that mean something")
              .fix(
                  "correct what each line names; the accessors of Settings say what there is, and"
                      + " mvn orm:help -Ddetail lists the properties"));
    }
  }
}
