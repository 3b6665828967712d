package org.aludel.migrations.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.yaml.Findings;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

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
  private final Map<String, RawSetting> stronger = new LinkedHashMap<>();
  private final Map<String, String> arguments = new TreeMap<>();
  private Map<String, Profile> profiles = Map.of();
  private Map<String, Map<String, RawSetting>> databases = Map.of();
  private List<RawHook> hooks = List.of();

  private SettingsLoader(Path base) {
    this.base = base;
  }

  /**
   * The settings of a project with one database, or of the one that {@code orm.database} names.
   *
   * @param base the project's directory, which may hold {@code aludel.yaml} and to which relative
   *     paths belong
   * @param environment the process environment; empty variables do not count
   * @param properties names with and without {@code orm.}; only those with it are read
   * @throws RevisionException INVALID_SETTING with everything that is wrong in all sources, and
   *     where several databases are meant
   */
  public static Settings load(
      Path base, Map<String, String> environment, Map<String, String> properties) {
    List<Settings> all = loadAll(base, environment, properties);
    if (all.size() > 1) {
      throw new RevisionException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot choose one of several databases")
              .found(String.join(", ", all.stream().map(Settings::database).toList()))
              .expected("the name of one")
              .fix("-Dorm.database=" + all.get(0).database()));
    }
    return all.get(0);
  }

  /**
   * The settings of each database of a project, in the order of the file; one without a name where
   * the file has no {@code databases}. What the file says of a database is stronger than the
   * environment, which speaks of all, and weaker than properties.
   *
   * @throws RevisionException INVALID_SETTING with everything that is wrong in all sources
   */
  public static List<Settings> loadAll(
      Path base, Map<String, String> environment, Map<String, String> properties) {
    SettingsLoader loader = new SettingsLoader(base);
    loader.readFile(environment);
    loader.readEnvironment(environment);
    loader.readProperties(properties);
    List<Settings> settings = loader.parseAll();
    loader.refuseFindings();
    return settings;
  }

  private List<Settings> parseAll() {
    Map<String, RawSetting> all = new LinkedHashMap<>(merged);
    all.putAll(stronger);
    RawSetting chosen = all.get("database");
    if (databases.isEmpty()) {
      if (chosen != null) {
        findings.error(chosen.origin(), "there are no \"databases\" in " + FILE);
      }
      return List.of(parse(all, null));
    }
    List<String> names = chosen == null ? List.copyOf(databases.keySet()) : chosen.list();
    if (names.size() > 1) {
      refuseForSeveral();
    }
    List<Settings> settings = new ArrayList<>();
    for (String name : names) {
      Map<String, RawSetting> own = databases.get(name);
      if (own == null) {
        findings.error(
            "database",
            "there is no database \""
                + name
                + "\""
                + Suggestion.phrase(name, databases.keySet())
                + " Databases: "
                + String.join(", ", databases.keySet()));
      } else {
        Map<String, RawSetting> both = new LinkedHashMap<>(merged);
        both.putAll(own);
        both.putAll(stronger);
        settings.add(parse(both, name));
      }
    }
    return settings;
  }

  /** One address for several databases would run the revisions of all on one. */
  private void refuseForSeveral() {
    for (String key : List.of("url", "directory")) {
      RawSetting given = stronger.get(key);
      if (given != null) {
        findings.error(given.origin(), "is for one database; name it with -Dorm.database");
      }
    }
  }

  private Settings parse(Map<String, RawSetting> all, @Nullable String database) {
    List<HookSetting> programs = new HookParser(base, findings).parse(hooks);
    return new SettingsParser(all, profiles, findings, database).parse(base, programs, arguments);
  }

  /**
   * What a build that knows no database packs for each of them: where its revisions lie, how they
   * are run and where that is noted. What the rest of the settings names in the environment need
   * not be there.
   *
   * @return as {@link #loadAll}
   * @throws RevisionException INVALID_SETTING
   */
  public static List<Settings> packed(
      Path base, Map<String, String> environment, Map<String, String> properties) {
    SettingsLoader loader = new SettingsLoader(base);
    loader.readFile(new Lenient(environment));
    Map<String, String> variables = new LinkedHashMap<>();
    Map<String, String> given = new LinkedHashMap<>();
    for (String key : SettingKeys.PACKED) {
      String variable = SettingKeys.variable(key);
      variables.put(variable, environment.getOrDefault(variable, ""));
      String property = properties.get(SettingKeys.property(key));
      if (property != null) {
        given.put(SettingKeys.property(key), property);
      }
    }
    loader.readEnvironment(variables);
    loader.readProperties(given);
    List<Settings> settings = new ArrayList<>();
    if (loader.databases.isEmpty()) {
      settings.add(loader.packed(null, Map.of()));
    }
    loader.databases.forEach((name, own) -> settings.add(loader.packed(name, own)));
    if (settings.size() > 1) {
      loader.refuseForSeveral();
    }
    loader.refuseFindings();
    return settings;
  }

  private Settings packed(@Nullable String database, Map<String, RawSetting> own) {
    Map<String, RawSetting> all = new LinkedHashMap<>(merged);
    all.putAll(own);
    all.putAll(stronger);
    all.keySet().retainAll(SettingKeys.PACKED);
    all.forEach(
        (key, setting) -> {
          if (setting.list().stream().allMatch(String::isBlank)) {
            findings.error(setting.origin(), "\"" + key + "\" is empty");
          }
        });
    return new SettingsParser(all, profiles, findings, database).parse(base, List.of(), Map.of());
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
    return new SettingsParser(Map.of(), Map.of(), new Findings(), null)
        .parse(base, List.of(), Map.of());
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
      databases = read.databases();
      hooks = read.hooks();
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
            put(merged, key, RawSetting.of(text, variable));
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
            put(stronger, key, RawSetting.of(text, "-D" + property));
          } else if (property.startsWith(SettingKeys.ARGUMENT)) {
            arguments.put(property.substring(SettingKeys.ARGUMENT.length()), text);
          } else if (property.startsWith("orm.")) {
            findings.error(
                "-D" + property, "unknown property" + Suggestion.phrase(property, known.keySet()));
          }
        });
  }

  /** A stronger source that says where scratch databases go replaces both ways of saying it. */
  private void put(Map<String, RawSetting> source, String key, RawSetting setting) {
    if (key.equals("scratch")) {
      merged.remove("scratch.url");
      source.remove("scratch.url");
    }
    source.put(key, setting);
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
