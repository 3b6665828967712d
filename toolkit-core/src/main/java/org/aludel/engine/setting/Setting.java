package org.aludel.engine.setting;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.aludel.dialect.Isolation;
import org.aludel.engine.EngineOptions;

/**
 * One setting: how its text is read and what is done with it.
 *
 * @param form for people
 * @param reader throws IllegalArgumentException or DateTimeException for what it cannot read
 */
record Setting(String form, BiConsumer<String, EngineOptions.Builder> reader) {
  private static final String NUMBER = "a whole number";
  private static final String TRUTH = "true or false";
  private static final String DURATION = "a duration, such as 500ms, 30s, 5m or PT30S";

  /** All of them by key. */
  static final SortedMap<String, Setting> KNOWN = known();

  private static SortedMap<String, Setting> known() {
    SortedMap<String, Setting> all = new TreeMap<>();
    all.put("user", text((value, options) -> options.user(value)));
    all.put("password", text((value, options) -> options.password(value)));
    all.put("logger-name", text((value, options) -> options.loggerName(value)));
    all.put("echo", truth((value, options) -> options.echo(value)));
    all.put("log-values", truth((value, options) -> options.logValues(value)));
    all.put("pool", truth((value, options) -> pooled(value, options)));
    all.put("cache-size", number((value, options) -> options.cacheSize(value)));
    pool(all);
    execution(all);
    return Collections.unmodifiableSortedMap(all);
  }

  private static void pooled(boolean value, EngineOptions.Builder options) {
    if (!value) {
      options.unpooled();
    }
  }

  private static void pool(SortedMap<String, Setting> all) {
    all.put("pool-size", number((value, options) -> options.pool(pool -> pool.withSize(value))));
    all.put("pool-kept", number((value, options) -> options.pool(pool -> pool.withKept(value))));
    all.put("pool-timeout", time((value, options) -> options.poolTimeout(value)));
    all.put(
        "pool-recycle", time((value, options) -> options.pool(pool -> pool.withRecycle(value))));
    all.put(
        "pool-idle-timeout",
        time((value, options) -> options.pool(pool -> pool.withIdleTimeout(value))));
    all.put(
        "pool-keepalive",
        time((value, options) -> options.pool(pool -> pool.withKeepalive(value))));
    all.put(
        "pool-leak-warning",
        time((value, options) -> options.pool(pool -> pool.withLeakWarning(value))));
  }

  private static void execution(SortedMap<String, Setting> all) {
    all.put(
        "isolation",
        new Setting(
            "read-committed, repeatable-read or serializable",
            (value, options) -> options.execution(one -> one.isolation(isolation(value)))));
    all.put("read-only", truth((value, options) -> options.execution(one -> one.readOnly(value))));
    all.put(
        "autocommit", truth((value, options) -> options.execution(one -> one.autocommit(value))));
    all.put(
        "fetch-size", number((value, options) -> options.execution(one -> one.fetchSize(value))));
    all.put(
        "statement-timeout",
        time((value, options) -> options.execution(one -> one.timeout(value))));
  }

  void apply(String value, EngineOptions.Builder options) {
    reader.accept(value, options);
  }

  private static Setting text(BiConsumer<String, EngineOptions.Builder> use) {
    return new Setting("a text", use);
  }

  private static Setting truth(BiConsumer<Boolean, EngineOptions.Builder> use) {
    return of(TRUTH, Setting::truth, use);
  }

  private static Setting number(BiConsumer<Integer, EngineOptions.Builder> use) {
    return of(NUMBER, Integer::valueOf, use);
  }

  private static Setting time(BiConsumer<Duration, EngineOptions.Builder> use) {
    return of(DURATION, Setting::duration, use);
  }

  private static <T> Setting of(
      String form, Function<String, T> read, BiConsumer<T, EngineOptions.Builder> use) {
    return new Setting(form, (value, options) -> use.accept(read.apply(value), options));
  }

  private static Isolation isolation(String value) {
    return Isolation.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_'));
  }

  private static boolean truth(String value) {
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException(TRUTH);
    }
    return Boolean.parseBoolean(value);
  }

  private static Duration duration(String value) {
    if (value.startsWith("P") || value.startsWith("p")) {
      return Duration.parse(value);
    }
    String digits = value.replaceAll("[^0-9].*$", "");
    long count = Long.parseLong(digits);
    return switch (value.substring(digits.length()).strip()) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> throw new IllegalArgumentException(DURATION);
    };
  }
}
