package org.aludel.migrations.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.migrations.yaml.Findings;
import org.aludel.migrations.yaml.YamlNode;
import org.aludel.migrations.yaml.YamlReader;

/** Reads {@code aludel.yaml}; what is wrong stands in the findings. */
final class SettingsFile {
  private static final List<String> TOP =
      List.of(
          "url",
          "user",
          "password",
          "server",
          "model",
          "directory",
          "schemas",
          "exclude",
          "drops",
          "unmanaged",
          "scratch",
          "version-table",
          "version-schema",
          "lock-timeout",
          "lock-retries",
          "statement-timeout",
          "transaction",
          "profile",
          "profiles",
          "comparators",
          "layout",
          "hooks",
          "tenants",
          "databases");

  /** What belongs to the project and not to one of its databases. */
  private static final List<String> OF_PROJECT =
      List.of("profile", "profiles", "hooks", "layout", "databases");

  private static final Map<String, List<String>> NESTED =
      Map.of(
          "model",
          List.of("source", "objects", "packages", "defaults"),
          "scratch",
          List.of("mode", "url"),
          "layout",
          List.of("file", "timezone", "slug", "template"),
          "tenants",
          List.of("schemas", "query", "template", "on-error", "parallel"));
  private static final Map<String, String> WITHOUT_SUFFIX =
      Map.of("model.source", "model", "scratch.mode", "scratch", "tenants.schemas", "tenants");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");
  private static final Pattern VARIABLE = Pattern.compile("\\$(\\$)?\\{([^}]*)}");

  private final Map<String, String> environment;
  private final Findings findings;
  private final Map<String, RawSetting> settings = new LinkedHashMap<>();
  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  private final Map<String, Map<String, RawSetting>> databases = new LinkedHashMap<>();
  private final List<RawHook> hooks = new ArrayList<>();

  private SettingsFile(Map<String, String> environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  static SettingsFile read(
      String name, String text, Map<String, String> environment, Findings findings) {
    SettingsFile file = new SettingsFile(environment, findings);
    YamlReader.read(name, text, findings)
        .ifPresent(
            root -> {
              if (root instanceof YamlNode.Mapping mapping) {
                file.top(mapping);
              } else {
                findings.error(root.at(), "the file must be a mapping, found " + root.kind());
              }
            });
    return file;
  }

  /** What the file sets, by dotted key. */
  Map<String, RawSetting> settings() {
    return settings;
  }

  Map<String, Profile> profiles() {
    return profiles;
  }

  /** What the file says of each of several databases, by name. */
  Map<String, Map<String, RawSetting>> databases() {
    return databases;
  }

  List<RawHook> hooks() {
    return hooks;
  }

  private void top(YamlNode.Mapping mapping) {
    top(mapping, "the settings", TOP);
  }

  private void top(YamlNode.Mapping mapping, String what, List<String> keys) {
    List<YamlNode.Entry> known = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      if (SettingKeys.ONCE.contains(entry.key())) {
        findings.error(
            entry.keyAt(),
            "\"" + entry.key() + "\" belongs to one run; give it as -Dorm." + entry.key());
      } else {
        known.add(entry);
      }
    }
    findings.unknownKeys(new YamlNode.Mapping(known, mapping.at()), what, keys);
    known.forEach(this::entry);
  }

  private void entry(YamlNode.Entry entry) {
    List<String> nested = NESTED.get(entry.key());
    if (entry.key().equals("profiles")) {
      profiles(entry.value());
    } else if (entry.key().equals("hooks")) {
      hooks.addAll(new HookSection(this::expanded, findings).read(entry.value()));
    } else if (entry.key().equals("databases")) {
      databases(entry.value());
    } else if (nested != null && entry.value() instanceof YamlNode.Mapping mapping) {
      findings.unknownKeys(mapping, "\"" + entry.key() + "\"", nested);
      mapping.entries().forEach(each -> put(entry.key() + "." + each.key(), each.value()));
    } else {
      put(entry.key(), entry.value());
    }
  }

  private void put(String path, YamlNode node) {
    String key = WITHOUT_SUFFIX.getOrDefault(path, path);
    if (node instanceof YamlNode.Scalar scalar) {
      settings.put(key, RawSetting.of(expanded(scalar), node.at()));
    } else if (node instanceof YamlNode.Sequence sequence) {
      List<String> texts = new ArrayList<>();
      sequence.items().forEach(item -> texts.add(scalar(key, item)));
      settings.put(key, new RawSetting(texts, node.at()));
    } else {
      findings.error(node.at(), "\"" + key + "\" must be text or a list, found a mapping");
    }
  }

  private String scalar(String key, YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return expanded(scalar);
    }
    findings.error(node.at(), "\"" + key + "\" must hold text, found " + node.kind());
    return "";
  }

  // ${NAME} becomes the environment's value; $${NAME} stands for the text ${NAME} itself.
  private String expanded(YamlNode.Scalar scalar) {
    Matcher matcher = VARIABLE.matcher(scalar.text());
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String value = environment.get(matcher.group(2));
      if (matcher.group(1) != null) {
        value = "${" + matcher.group(2) + "}";
      } else if (value == null) {
        findings.error(scalar.at(), "the environment has no variable \"" + matcher.group(2) + "\"");
        value = "";
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  private void databases(YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      findings.error(node.at(), "\"databases\" must be a mapping, found " + node.kind());
      return;
    }
    List<String> keys = new ArrayList<>(TOP);
    keys.removeAll(OF_PROJECT);
    for (YamlNode.Entry entry : mapping.entries()) {
      if (!NAME.matcher(entry.key()).matches()) {
        findings.error(
            entry.keyAt(),
            "the name \"" + entry.key() + "\" of a database must be letters, digits, _ and -");
      } else if (entry.value() instanceof YamlNode.Mapping database) {
        SettingsFile part = new SettingsFile(environment, findings);
        part.top(database, "the database \"" + entry.key() + "\"", keys);
        databases.put(entry.key(), part.settings());
      } else {
        findings.error(
            entry.value().at(),
            "the database \""
                + entry.key()
                + "\" must be a mapping, found "
                + entry.value().kind());
      }
    }
  }

  private void profiles(YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      findings.error(node.at(), "\"profiles\" must be a mapping, found " + node.kind());
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.value() instanceof YamlNode.Mapping profile) {
        findings.unknownKeys(
            profile, "the profile \"" + entry.key() + "\"", List.of("downgrade", "disposable"));
        profiles.put(
            entry.key(),
            new Profile(
                choice(profile, "downgrade", "allow", "forbid"),
                choice(profile, "disposable", "false", "true") ^ true));
      } else {
        findings.error(
            entry.value().at(),
            "the profile \"" + entry.key() + "\" must be a mapping, found " + entry.value().kind());
      }
    }
  }

  /** Whether the key holds the first word, which is what its absence means. */
  private boolean choice(YamlNode.Mapping mapping, String key, String standard, String other) {
    YamlNode node = mapping.get(key).orElse(null);
    String text = node instanceof YamlNode.Scalar scalar ? expanded(scalar) : standard;
    if (node != null && (!(node instanceof YamlNode.Scalar) || !text.equals(standard))) {
      if (!text.equals(other)) {
        findings.error(node.at(), "\"" + key + "\" must be " + standard + " or " + other);
      }
    }
    return text.equals(standard);
  }
}
