package org.aludel.migrations.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.engine.DatabaseUrl;
import org.aludel.error.UsageException;
import org.aludel.migrations.yaml.Findings;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** Turns merged texts into settings; what is wrong stands in the findings. */
final class SettingsParser {
  private static final String DIRECTORY = "src/main/resources/db/migrations";

  /** Beside the usual one, which an application takes for the history of its only database. */
  private static final String DIRECTORIES = "src/main/resources/db/";

  private static final String OBJECTS = "src/main/database";
  private static final String SQL_MODEL = "sql:";
  private static final Pattern TOKEN = Pattern.compile("\\{([^}]*)}");

  private final Map<String, RawSetting> merged;
  private final Map<String, Profile> profiles;
  private final Findings findings;
  private final @Nullable String database;

  /**
   * @param database which of several databases the settings are for, or null
   */
  SettingsParser(
      Map<String, RawSetting> merged,
      Map<String, Profile> profiles,
      Findings findings,
      @Nullable String database) {
    this.merged = merged;
    this.profiles = profiles;
    this.findings = findings;
    this.database = database;
  }

  /**
   * @param hooks of the file
   * @param arguments for extensions
   */
  Settings parse(Path base, List<HookSetting> hooks, Map<String, String> arguments) {
    String password = text("password");
    return new Settings(
        url("url"),
        text("user"),
        password == null ? null : new Secret(password),
        text("server"),
        text("message"),
        text("to"),
        directories(base),
        schemas(),
        exclude(),
        choice("drops", DropPolicy.class, DropPolicy.PENDING),
        list("drop"),
        choice("unmanaged", UnmanagedPolicy.class, UnmanagedPolicy.EXCLUDE),
        renames(),
        new WritingSetting(flag("online"), expressions("fill"), list("map"), expressions("using")),
        choice("lossy", LossyChoice.class, LossyChoice.REFUSE),
        model(base),
        scratch(),
        new RunSettingParser(this::text, this::origin, findings).parse(),
        profile(),
        profiles,
        list("comparators"),
        hooks,
        layout(base),
        tenants(),
        list("tenant"),
        database,
        arguments);
  }

  private @Nullable String text(String key) {
    RawSetting setting = merged.get(key);
    return setting == null || setting.text().isBlank() ? null : setting.text().trim();
  }

  private List<String> list(String key) {
    RawSetting setting = merged.get(key);
    return setting == null ? List.of() : setting.list();
  }

  private void error(String key, String text) {
    findings.error(origin(key), text);
  }

  private String origin(String key) {
    RawSetting setting = merged.get(key);
    return setting == null ? key : setting.origin();
  }

  private @Nullable DatabaseUrl url(String key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    try {
      return DatabaseUrl.parse(text);
    } catch (UsageException e) {
      error(key, "\"" + key + "\" is no database URL: " + e.problem().found());
      return null;
    }
  }

  private List<Path> directories(Path base) {
    List<Path> directories =
        list("directory").stream().map(text -> path(base, "directory", text)).toList();
    Path standard = base.resolve(database == null ? DIRECTORY : DIRECTORIES + database);
    return directories.isEmpty() ? List.of(standard.normalize()) : directories;
  }

  private Path path(Path base, String key, String text) {
    try {
      return base.resolve(text).normalize();
    } catch (InvalidPathException e) {
      error(key, "\"" + key + "\" is no path: " + e.getReason());
      return base;
    }
  }

  private LayoutSetting layout(Path base) {
    String template = text("layout.template");
    return new LayoutSetting(
        fileName(),
        timezone(),
        number("layout.slug", LayoutSetting.SLUG_LENGTH, LayoutSetting.MOST_SLUG),
        template == null ? null : path(base, "layout.template", template));
  }

  /** The id keeps names apart, and a name outside the directory would not be found again. */
  private @Nullable String fileName() {
    String pattern = text("layout.file");
    if (pattern == null) {
      return null;
    }
    List<String> unknown = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(pattern);
    while (tokens.find()) {
      if (!LayoutSetting.TOKENS.contains(tokens.group(1))) {
        unknown.add(tokens.group());
      }
    }
    boolean outside =
        pattern.startsWith("/") || Arrays.asList(pattern.split("[/\\\\]")).contains("..");
    if (!unknown.isEmpty() || !pattern.contains("{id}") || outside) {
      error(
          "layout.file",
          "\"layout.file\" must be a relative path with {id}; tokens: {"
              + String.join("}, {", LayoutSetting.TOKENS)
              + "}; found \""
              + pattern
              + "\"");
      return null;
    }
    return pattern;
  }

  private ZoneId timezone() {
    String text = text("layout.timezone");
    try {
      return text == null ? ZoneOffset.UTC : ZoneId.of(text);
    } catch (DateTimeException e) {
      error("layout.timezone", "\"layout.timezone\" is no time zone: " + e.getMessage());
      return ZoneOffset.UTC;
    }
  }

  private int number(String key, int standard, int most) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    if (!text.matches("[0-9]{1,4}")
        || Integer.parseInt(text) > most
        || Integer.parseInt(text) < 1) {
      error(key, "\"" + key + "\" must be a number from 1 to " + most + ", found \"" + text + "\"");
      return standard;
    }
    return Integer.parseInt(text);
  }

  private TenantSetting tenants() {
    List<String> schemas = list("tenants");
    String query = text("tenants.query");
    String template = text("tenants.template");
    int parallel = number("tenants.parallel", 1, TenantSetting.MOST_PARALLEL);
    if ((query != null || !schemas.isEmpty()) && text("version-schema") != null) {
      error("version-schema", "\"version-schema\": each tenant has a version table of its own");
    }
    boolean named = schemas.stream().anyMatch(each -> !TenantSetting.isPattern(each));
    if ((query != null || !schemas.isEmpty()) && template == null && !named) {
      error(
          query == null ? "tenants" : "tenants.query",
          "\"tenants.template\" must name the schema that the model is compared with");
      return TenantSetting.none();
    }
    return new TenantSetting(
        schemas,
        query,
        template,
        choice("tenants.on-error", TenantSetting.OnError.class, TenantSetting.OnError.STOP),
        parallel);
  }

  private List<String> schemas() {
    List<String> schemas = list("schemas");
    if (merged.containsKey("schemas") && schemas.isEmpty()) {
      error("schemas", "\"schemas\" must name at least one schema");
    }
    return schemas.isEmpty() ? List.of("public") : schemas;
  }

  private List<ObjectPattern> exclude() {
    List<ObjectPattern> patterns = new ArrayList<>();
    for (String text : list("exclude")) {
      int colon = text.indexOf(':');
      String kind = colon < 0 ? text : text.substring(0, colon);
      if (colon < 0 || colon == text.length() - 1 || !ObjectPattern.KINDS.contains(kind)) {
        error(
            "exclude",
            "\"exclude\" holds kind:name such as table:qrtz_*, found \""
                + text
                + "\""
                + Suggestion.phrase(kind, ObjectPattern.KINDS)
                + " Kinds: "
                + String.join(", ", ObjectPattern.KINDS));
      } else {
        patterns.add(new ObjectPattern(kind, text.substring(colon + 1)));
      }
    }
    return patterns;
  }

  /**
   * {@code table.column:expression}, several with a semicolon between, since expressions are full
   * of commas; one that stands in a literal divides nothing.
   */
  private Map<String, String> expressions(String key) {
    Map<String, String> expressions = new LinkedHashMap<>();
    RawSetting setting = merged.get(key);
    String all = setting == null ? "" : setting.text();
    for (String text : all.split(";(?=(?:[^']*'[^']*')*[^']*$)")) {
      int colon = text.indexOf(':');
      if (text.isBlank()) {
        continue;
      }
      if (colon <= 0
          || text.substring(colon + 1).isBlank()
          || !text.substring(0, colon).contains(".")) {
        error(
            key,
            "\""
                + key
                + "\" holds table.column:expression such as user_account.nick:'none', found \""
                + text
                + "\"");
      } else {
        expressions.put(text.substring(0, colon).trim(), text.substring(colon + 1).trim());
      }
    }
    return expressions;
  }

  /** Named alone on a command line it is said. */
  private boolean flag(String key) {
    RawSetting setting = merged.get(key);
    String text = setting == null ? "false" : setting.text().trim();
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      error(key, "\"" + key + "\" must be true or false, found \"" + text + "\"");
    }
    return !text.equals("false");
  }

  private List<Rename> renames() {
    List<Rename> renames = new ArrayList<>();
    for (String text : list("rename")) {
      int colon = text.lastIndexOf(':');
      if (colon <= 0 || colon == text.length() - 1) {
        error(
            "rename",
            "\"rename\" holds old:new such as user_account.name:full_name, found \"" + text + "\"");
      } else {
        renames.add(new Rename(text.substring(0, colon), text.substring(colon + 1)));
      }
    }
    return renames;
  }

  private ModelSetting model(Path base) {
    String source = text("model");
    String objects = text("model.objects");
    String sqlFile = null;
    if (source != null && source.startsWith(SQL_MODEL) && source.length() > SQL_MODEL.length()) {
      sqlFile = sqlFile(base, source.substring(SQL_MODEL.length()));
    } else if (source != null && !source.equals("classes")) {
      error("model", "\"model\" must be classes or sql:FILE, found \"" + source + "\"");
    }
    return new ModelSetting(
        sqlFile,
        path(base, "model.objects", objects == null ? OBJECTS : objects),
        list("model.packages"),
        choice("model.defaults", ModelSetting.Defaults.class, ModelSetting.Defaults.ALUDEL));
  }

  private @Nullable String sqlFile(Path base, String text) {
    try {
      return base.resolve(text.trim()).normalize().toString();
    } catch (InvalidPathException e) {
      error("model", "\"model\" is no path: " + e.getReason());
      return null;
    }
  }

  private ScratchSetting scratch() {
    DatabaseUrl url = url("scratch.url");
    String mode = text("scratch");
    if (url == null && mode != null && mode.contains(":")) {
      url = url("scratch");
    }
    if (url != null) {
      return new ScratchSetting(ScratchSetting.Mode.URL, url);
    }
    if (mode != null && !mode.equals("auto") && !mode.equals("none")) {
      error("scratch", "\"scratch\" must be auto, none or a database URL");
    }
    return new ScratchSetting(
        "none".equals(mode) ? ScratchSetting.Mode.NONE : ScratchSetting.Mode.AUTO, null);
  }

  private @Nullable String profile() {
    String profile = text("profile");
    if (profile != null && !profiles.containsKey(profile)) {
      error(
          "profile",
          "there is no profile \""
              + profile
              + "\""
              + Suggestion.phrase(profile, profiles.keySet())
              + " Profiles: "
              + String.join(", ", profiles.keySet()));
    }
    return profile;
  }

  private <E extends Enum<E>> E choice(String key, Class<E> type, E standard) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();
    if (!words.contains(text)) {
      error(
          key,
          "\""
              + key
              + "\" must be "
              + String.join(", ", words)
              + ", found \""
              + text
              + "\""
              + Suggestion.phrase(text, words));
      return standard;
    }
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }
}
