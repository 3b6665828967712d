package org.aludel.migrations.config;

import java.util.List;
import java.util.Locale;

/** The names of all settings, in one place. */
final class SettingKeys {
  /** What {@code aludel.yaml}, the environment and properties may set. */
  static final List<String> LASTING =
      List.of(
          "url",
          "user",
          "password",
          "server",
          "directory",
          "schemas",
          "exclude",
          "drops",
          "online",
          "unmanaged",
          "model",
          "model.objects",
          "model.packages",
          "model.defaults",
          "scratch",
          "scratch.url",
          "version-table",
          "version-schema",
          "lock-timeout",
          "lock-retries",
          "statement-timeout",
          "transaction",
          "profile",
          "comparators",
          "layout.file",
          "layout.timezone",
          "layout.slug",
          "layout.template",
          "tenants",
          "tenants.query",
          "tenants.template",
          "tenants.on-error",
          "tenants.parallel");

  /** What an application must know at its start too, so that its build packs it. */
  static final List<String> PACKED =
      List.of(
          "directory",
          "version-table",
          "version-schema",
          "lock-timeout",
          "lock-retries",
          "statement-timeout",
          "transaction");

  /** What belongs to one run, so that a file must not hold it. */
  static final List<String> ONCE =
      List.of(
          "message", "to", "drop", "rename", "fill", "map", "using", "lossy", "database", "tenant");

  static final List<String> ALL = List.of(LASTING, ONCE).stream().flatMap(List::stream).toList();

  /** What stands before the name of an argument for extensions: {@code orm.arg.region}. */
  static final String ARGUMENT = "orm.arg.";

  private SettingKeys() {}

  /** {@code model.packages} as {@code ALUDEL_MODEL_PACKAGES}. */
  static String variable(String key) {
    return "ALUDEL_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** {@code model.packages} as {@code orm.model.packages}. */
  static String property(String key) {
    return "orm." + key;
  }
}
