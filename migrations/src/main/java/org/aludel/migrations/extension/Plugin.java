package org.aludel.migrations.extension;

/**
 * What a library adds to migrations. Found by {@code ServiceLoader}: name the class in {@code
 * META-INF/services/org.aludel.migrations.extension.Plugin}; it needs a public constructor without
 * parameters.
 *
 * <pre>{@code
 * public final class CronPlugin implements Plugin {
 *   public Extensions addTo(Extensions given) { return given.comparator(new CronComparator()); }
 * }
 * }</pre>
 *
 * Plugins add in the order of their class names, so that every run is the same.
 */
@FunctionalInterface
public interface Plugin {
  /** What was given and the plugin's own. */
  Extensions addTo(Extensions given);
}
