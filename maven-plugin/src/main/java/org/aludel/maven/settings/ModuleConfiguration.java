package org.aludel.maven.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the POM of one module says to the plugin. Maven gives a goal that runs once for a whole
 * build the configuration of the root alone; that of the other modules is read here.
 */
public final class ModuleConfiguration {
  private static final String PREFIX = "orm.";

  private ModuleConfiguration() {}

  /**
   * Adds properties {@code orm.*}, then the plugin's {@code <configuration>}, which is stronger.
   */
  public static GoalSettings of(MavenProject module) {
    GoalSettings settings = new GoalSettings();
    for (String property : module.getProperties().stringPropertyNames()) {
      if (property.startsWith(PREFIX)) {
        settings.with(
            property.substring(PREFIX.length()), module.getProperties().getProperty(property));
      }
    }
    Xpp3Dom configuration =
        module.getGoalConfiguration("org.aludel", "aludel-maven-plugin", null, null);
    if (configuration != null) {
      Stream.of(configuration.getChildren()).forEach(child -> add(settings, child));
    }
    return settings;
  }

  /** {@code versionTable} as {@code version-table}. */
  private static String dashed(String parameter) {
    return parameter.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static void add(GoalSettings settings, Xpp3Dom child) {
    String name = child.getName().equals("packages") ? "model.packages" : dashed(child.getName());
    if (child.getChildCount() == 0) {
      settings.with(name, child.getValue());
    } else {
      List<String> items = Stream.of(child.getChildren()).map(Xpp3Dom::getValue).toList();
      settings.with(name, items);
    }
  }
}
