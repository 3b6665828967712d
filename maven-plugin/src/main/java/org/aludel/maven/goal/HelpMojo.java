package org.aludel.maven.goal;

import org.aludel.error.Problem;
import org.aludel.maven.MavenCode;
import org.aludel.maven.MavenException;
import org.aludel.maven.report.HelpPage;
import org.aludel.maven.report.Lines;
import org.aludel.util.Suggestion;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints the goals and how to begin. Example: {@code mvn orm:help -Dorm.goal=upgrade} */
@Mojo(name = "help", requiresProject = false, aggregator = true, threadSafe = true)
public final class HelpMojo extends AbstractMojo {
  /** The goal to explain with all its parameters; without it, all goals in one sentence each. */
  @Parameter(property = "orm.goal")
  private @Nullable String goal;

  /** The same, by the name that the help goals of other plugins have for it. */
  @Parameter(property = "goal")
  private @Nullable String mavenGoal;

  /** Whether every goal is explained with all its parameters. */
  @Parameter(property = "detail", defaultValue = "false")
  private boolean detail;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

  @Override
  public void execute() throws MojoFailureException {
    HelpPage page = new HelpPage(plugin);
    Lines lines = Lines.of(getLog());
    String asked = goal == null ? mavenGoal : goal;
    if (asked == null) {
      page.overview(lines);
      if (detail) {
        page.detail(lines);
      }
    } else if (page.has(asked)) {
      page.goal(asked, lines);
    } else {
      throw new MojoFailureException(unknown(asked, page).getMessage());
    }
  }

  private static MavenException unknown(String goal, HelpPage page) {
    return new MavenException(
        Problem.of(
                MavenCode.UNKNOWN_GOAL,
                "cannot explain the goal \"" + goal + "\"" + Suggestion.phrase(goal, page.names()))
            .expected("one of " + String.join(", ", page.names()))
            .fix("mvn orm:help"));
  }
}
