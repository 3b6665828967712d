package org.aludel.migrations.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tenants, each of which has a schema of its own.
 *
 * @param schemas names of schemas, or patterns with {@code *} and {@code ?}
 * @param query SQL that gives the names of more of them in its first column, or null
 * @param template the schema that the model is compared with; null for the first tenant
 * @param onError what happens to the other tenants when one fails
 * @param parallel how many are worked on at a time
 */
public record TenantSetting(
    List<String> schemas,
    @Nullable String query,
    @Nullable String template,
    OnError onError,
    int parallel) {
  /** More would need more connections than a server has to give by default. */
  public static final int MOST_PARALLEL = 16;

  public TenantSetting {
    schemas = List.copyOf(schemas);
  }

  /** There are no tenants. */
  public static TenantSetting none() {
    return new TenantSetting(List.of(), null, null, OnError.STOP, 1);
  }

  /** Whether a name stands for several. */
  public static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
  }

  /** The schema that the model is compared with; there is one wherever there are tenants. */
  public String templateSchema() {
    return template != null
        ? template
        : schemas.stream().filter(each -> !isPattern(each)).findFirst().orElseThrow();
  }

  /** Whether there are tenants at all. */
  public boolean given() {
    return !schemas.isEmpty() || query != null;
  }

  /** What happens to the other tenants when one fails. */
  public enum OnError {
    /** Those that have not begun are left as they are. */
    STOP,
    /** All others are worked on. */
    CONTINUE
  }
}
