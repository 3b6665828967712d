package org.aludel.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.junit.jupiter.api.Test;

/** The descriptor is the one that the build made of this module's goals. */
class HelpPageTest {
  private static final Pattern GOAL = Pattern.compile("\\borm:([a-z-]+)");
  private static final Pattern SETTING = Pattern.compile("-Dorm\\.([a-zA-Z.]+)");

  private final List<String> lines = new ArrayList<>();

  @Test
  void overviewNamesEveryGoalOnceWithItsFirstSentence() throws Exception {
    HelpPage page = new HelpPage(descriptor());

    page.overview(lines::add);

    for (String goal : page.names()) {
      assertThat(lines)
          .filteredOn(line -> line.strip().startsWith("orm:" + goal + " "))
          .singleElement()
          .asString()
          .matches("  orm:\\S+ +\\S.+\\.");
    }
  }

  @Test
  void everyGoalHasAnExample() throws Exception {
    for (MojoDescriptor goal : descriptor().getMojos()) {
      assertThat(goal.getDescription()).as(goal.getGoal()).contains("Example");
    }
  }

  @Test
  void everySettableParameterIsExplained() throws Exception {
    HelpPage page = new HelpPage(descriptor());

    page.names().forEach(goal -> page.goal(goal, lines::add));

    for (int index = 0; index < lines.size(); index++) {
      if (lines.get(index).startsWith("  -Dorm.")) {
        assertThat(lines.get(index + 1)).as(lines.get(index)).isNotBlank();
      }
    }
  }

  @Test
  void namesNoGoalAndNoSettingThatDoesNotExist() throws Exception {
    HelpPage page = new HelpPage(descriptor());
    page.overview(lines::add);
    new InitPage().write(lines::add);

    String text = String.join("\n", lines);

    assertThat(found(GOAL, text)).isSubsetOf(page.names());
    assertThat(found(SETTING, text)).isSubsetOf(settings());
  }

  private static List<String> settings() throws Exception {
    List<String> names = new ArrayList<>(List.of("name"));
    for (MojoDescriptor goal : descriptor().getMojos()) {
      List<Parameter> parameters = goal.getParameters();
      for (Parameter parameter : parameters == null ? List.<Parameter>of() : parameters) {
        var configuration = goal.getMojoConfiguration().getChild(parameter.getName(), false);
        String expression = configuration == null ? "" : configuration.getValue("");
        if (expression.startsWith("${orm.")) {
          names.add(expression.substring("${orm.".length(), expression.length() - 1));
        }
      }
    }
    return names;
  }

  private static List<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    List<String> names = new ArrayList<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static PluginDescriptor descriptor() throws IOException, PlexusConfigurationException {
    try (InputStream stream =
            Objects.requireNonNull(
                HelpPage.class.getResourceAsStream("/META-INF/maven/plugin.xml"));
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return new PluginDescriptorBuilder().build(reader);
    }
  }
}
