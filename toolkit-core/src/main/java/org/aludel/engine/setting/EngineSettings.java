package org.aludel.engine.setting;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.aludel.engine.Engine;
import org.aludel.engine.EngineOptions;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.util.Suggestion;

/**
 * What an engine is made of, as text: from properties or from the environment, those keys that
 * begin with a prefix. Immutable; never prints a value.
 *
 * <pre>{@code
 * // shop.db.url=postgresql://localhost/shop
 * // shop.db.pool-size=20
 * // shop.db.property.sslmode=require
 * Engine engine = EngineSettings.of(properties, "shop.db.").createEngine();
 * Engine other = EngineSettings.ofEnvironment(System.getenv(), "SHOP_DB_").createEngine();
 * }</pre>
 *
 * <p>Keys: {@code url} and {@code user}, {@code password}, {@code echo}, {@code log-values}, {@code
 * logger-name}, {@code pool}, {@code pool-size}, {@code pool-kept}, {@code pool-timeout}, {@code
 * pool-recycle}, {@code pool-idle-timeout}, {@code pool-keepalive}, {@code pool-leak-warning},
 * {@code cache-size}, {@code isolation}, {@code read-only}, {@code autocommit}, {@code fetch-size},
 * {@code statement-timeout}, and {@code property.NAME} for the driver. Durations are {@code 500ms},
 * {@code 30s}, {@code 5m} or as ISO 8601 writes them.
 */
public final class EngineSettings {
  private static final String URL = "url";
  private static final String PROPERTY = "property.";

  private final SortedMap<String, String> values;
  private final String prefix;

  private EngineSettings(SortedMap<String, String> values, String prefix) {
    this.values = values;
    this.prefix = prefix;
  }

  /** The properties, defaults included, whose keys begin with a prefix such as {@code shop.db.}. */
  public static EngineSettings of(Properties properties, String prefix) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        values.put(key.substring(prefix.length()), properties.getProperty(key));
      }
    }
    return new EngineSettings(values, prefix);
  }

  /**
   * The variables of an environment that begin with a prefix such as {@code SHOP_DB_}: {@code
   * SHOP_DB_POOL_SIZE} is {@code pool-size}, {@code SHOP_DB_PROPERTY_sslmode} is {@code
   * property.sslmode}.
   *
   * @param environment as {@link System#getenv()} gives it
   */
  public static EngineSettings ofEnvironment(Map<String, String> environment, String prefix) {
    SortedMap<String, String> values = new TreeMap<>();
    String property = "PROPERTY_";
    environment.forEach(
        (key, value) -> {
          if (key.startsWith(prefix + property)) {
            values.put(PROPERTY + key.substring(prefix.length() + property.length()), value);
          } else if (key.startsWith(prefix)) {
            String name = key.substring(prefix.length()).toLowerCase(Locale.ROOT);
            values.put(name.replace('_', '-'), value);
          }
        });
    return new EngineSettings(values, prefix);
  }

  /** The engine; opens nothing. */
  public Engine createEngine() {
    return createEngine(more -> {});
  }

  /**
   * The engine with what text cannot say, such as listeners.
   *
   * @param more comes after the settings, and so wins
   * @throws UsageException with {@code INVALID_SETTING} for a key that is not known, a value that
   *     cannot be read, or no url; and as {@link Engine#create(String, Consumer)}
   */
  public Engine createEngine(Consumer<EngineOptions.Builder> more) {
    String url = values.get(URL);
    if (url == null) {
      throw new UsageException(
          Problem.of(EngineCode.INVALID_SETTING, "cannot create an engine")
              .found("no setting \"" + prefix + URL + "\"")
              .expected("an address, such as postgresql://localhost/shop"));
    }
    return Engine.create(
        url,
        options -> {
          values.forEach((key, value) -> apply(key, value, options));
          more.accept(options);
        });
  }

  private void apply(String key, String value, EngineOptions.Builder options) {
    if (key.equals(URL)) {
      return;
    }
    if (key.startsWith(PROPERTY)) {
      options.property(key.substring(PROPERTY.length()), value);
      return;
    }
    Setting setting = Setting.KNOWN.get(key);
    if (setting == null) {
      throw new UsageException(
          Problem.of(EngineCode.INVALID_SETTING, "cannot use the setting \"" + prefix + key + "\"")
              .found("a key that is not known" + Suggestion.phrase(key, Setting.KNOWN.keySet()))
              .expected("one of " + String.join(", ", Setting.KNOWN.keySet())));
    }
    try {
      setting.apply(value.strip(), options);
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      throw new UsageException(
          Problem.of(EngineCode.INVALID_SETTING, "cannot use the setting \"" + prefix + key + "\"")
              .found("a value that cannot be read")
              .expected(setting.form()),
          unreadable);
    }
  }

  /** The keys alone. */
  @Override
  public String toString() {
    return "EngineSettings" + values.keySet();
  }
}
