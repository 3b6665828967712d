package org.aludel.migrations.config;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.migrations.yaml.Findings;
import org.jspecify.annotations.Nullable;

/** Reads how revisions are run out of merged texts; what is wrong stands in the findings. */
final class RunSettingParser {
  /** What the server keeps of a name. Source: PostgreSQL 18 §4.1.1. */
  private static final int NAME_BYTES = 63;

  /** What the names of the other tables add to it. */
  private static final int SUFFIX_BYTES = "_backfill".length();

  private static final int MOST_RETRIES = 100;
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})\\s*(ms|s|min|h)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  private final UnaryOperator<@Nullable String> texts;
  private final UnaryOperator<String> origins;
  private final Findings findings;

  /**
   * @param texts the text of a key, null where nobody said anything
   * @param origins where it comes from
   */
  RunSettingParser(
      UnaryOperator<@Nullable String> texts, UnaryOperator<String> origins, Findings findings) {
    this.texts = texts;
    this.origins = origins;
    this.findings = findings;
  }

  RunSetting parse() {
    String table = name("version-table", NAME_BYTES - SUFFIX_BYTES);
    Duration lockTimeout = duration("lock-timeout");
    return new RunSetting(
        table == null ? RunSetting.VERSION_TABLE : table,
        name("version-schema", NAME_BYTES),
        lockTimeout == null ? RunSetting.LOCK_TIMEOUT : lockTimeout,
        retries(),
        duration("statement-timeout"),
        together());
  }

  private boolean together() {
    String text = texts.apply("transaction");
    if (text != null && !text.equals("all") && !text.equals("revision")) {
      error("transaction", "must be revision, for one each, or all", text);
    }
    return "all".equals(text);
  }

  private @Nullable String name(String key, int bytes) {
    String text = texts.apply(key);
    if (text != null && text.getBytes(StandardCharsets.UTF_8).length > bytes) {
      error(key, "must be a name of at most " + bytes + " bytes", text);
    }
    return text;
  }

  private @Nullable Duration duration(String key) {
    String text = texts.apply(key);
    if (text == null) {
      return null;
    }
    Matcher matcher = DURATION.matcher(text);
    if (matcher.matches()) {
      Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
      return unit.multipliedBy(Long.parseLong(matcher.group(1)));
    }
    if (!text.equals("0")) {
      error(key, "must be a time such as 500ms, 5s, 2min or 1h, or 0 for no limit", text);
    }
    return Duration.ZERO;
  }

  private int retries() {
    String text = texts.apply("lock-retries");
    if (text == null) {
      return RunSetting.LOCK_RETRIES;
    }
    if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= MOST_RETRIES) {
      return Integer.parseInt(text);
    }
    error("lock-retries", "must be a number from 0 to " + MOST_RETRIES, text);
    return RunSetting.LOCK_RETRIES;
  }

  private void error(String key, String must, String text) {
    findings.error(origins.apply(key), "\"" + key + "\" " + must + ", found \"" + text + "\"");
  }
}
