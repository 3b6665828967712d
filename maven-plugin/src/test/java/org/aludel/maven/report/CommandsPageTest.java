package org.aludel.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.junit.jupiter.api.Test;

/** docs/commands.md and the table of the README against the goals that the build made. */
class CommandsPageTest {
  private static final Pattern SECTION = Pattern.compile("(?m)^### orm:([a-z-]+)$");
  private static final Pattern SETTING = Pattern.compile("-Dorm\\.([a-z.-]*[a-z])");
  private static final Set<String> SHARED =
      Set.of(
          "url",
          "user",
          "password",
          "server",
          "directory",
          "profile",
          "database",
          "tenant",
          "version-table",
          "version-schema",
          "lock-timeout",
          "lock-retries",
          "statement-timeout",
          "transaction");

  @Test
  void everyGoalHasASectionAndEverySectionAGoal() throws Exception {
    assertThat(found(SECTION, page("docs/commands.md")))
        .containsExactlyInAnyOrderElementsOf(goals());
  }

  @Test
  void theReadmeNamesEveryGoal() throws Exception {
    String readme = page("README.md");

    assertThat(goals()).allSatisfy(goal -> assertThat(readme).contains("`" + goal + "`"));
  }

  @Test
  void everySettingIsNamedInTheSectionOfItsGoal() throws Exception {
    String page = page("docs/commands.md");
    for (MojoDescriptor goal : descriptor().getMojos()) {
      String section = section(page, goal.getGoal());
      assertThat(named(section)).as(goal.getGoal()).containsAll(own(goal, section));
    }
  }

  @Test
  void noSettingIsNamedThatDoesNotExist() throws Exception {
    Set<String> all = new TreeSet<>(SHARED);
    for (MojoDescriptor goal : descriptor().getMojos()) {
      all.addAll(settings(goal));
    }
    all.add("scratch.url");

    assertThat(named(page("docs/commands.md"))).isSubsetOf(all);
  }

  /** Where a section sends to another for the settings of the model, these need not be repeated. */
  private static Set<String> own(MojoDescriptor goal, String section) throws Exception {
    Set<String> own = new TreeSet<>(settings(goal));
    own.removeAll(SHARED);
    if (section.contains("those of the model") || section.startsWith("The same on what was")) {
      for (MojoDescriptor each : descriptor().getMojos()) {
        if (each.getGoal().equals("autogenerate")) {
          own.removeAll(settings(each));
        }
      }
    }
    if (section.startsWith("The same on what was")) {
      own.remove("strict");
    }
    return own;
  }

  private static Set<String> settings(MojoDescriptor goal) {
    Set<String> names = new TreeSet<>();
    List<Parameter> parameters = goal.getParameters();
    for (Parameter parameter : parameters == null ? List.<Parameter>of() : parameters) {
      var configuration = goal.getMojoConfiguration().getChild(parameter.getName(), false);
      String expression = configuration == null ? "" : configuration.getValue("");
      if (expression.startsWith("${orm.")) {
        names.add(expression.substring("${orm.".length(), expression.length() - 1));
      }
    }
    return names;
  }

  private static Set<String> named(String text) {
    return new TreeSet<>(found(SETTING, text));
  }

  private static String section(String page, String goal) {
    String rest = page.substring(page.indexOf("### orm:" + goal + "\n"));
    String body = rest.substring(rest.indexOf('\n') + 1);
    int end = body.indexOf("\n##");
    return end < 0 ? body : body.substring(0, end);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toList());
  }

  private static List<String> goals() throws Exception {
    return descriptor().getMojos().stream().map(MojoDescriptor::getGoal).toList();
  }

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("..").resolve(name));
  }

  private static PluginDescriptor descriptor() throws IOException, PlexusConfigurationException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                CommandsPageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")),
            StandardCharsets.UTF_8)) {
      return new PluginDescriptorBuilder().build(reader);
    }
  }
}
