package org.aludel.maven.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * The manual, made from the descriptor that Maven itself reads, so that it cannot name a goal or a
 * parameter that does not exist.
 */
public final class HelpPage {
  private static final int WIDTH = 96;
  private static final String TOUR =
      """
      Change a mapped class, then:

        mvn orm:autogenerate -Dorm.message="add email"   compares classes and database, proves and writes a revision
        mvn orm:upgrade                                  brings the database to head
        mvn orm:downgrade -Dorm.to=-1                    undoes the last revision
        mvn orm:status                                   says where files and database stand, and what is next
        mvn orm:check                                    fails while classes, revisions and database differ

      Two heads?  mvn orm:merge  joins them,  mvn orm:rebase  puts one branch behind the other.
      SQL of your own?  mvn orm:revision  writes the file to fill in.  A database older than this?  mvn orm:baseline
      No access to production?  mvn orm:upgrade -Dorm.offline  writes the SQL for psql.

      A target (-Dorm.to) is a revision id or a unique beginning of one, "head", "heads", "base", a label, "label@head",
      "+2" or "-1" from where the database is, "id+2".
      Every setting can be given as -Dorm.name=value, in the plugin's <configuration>, as ALUDEL_NAME in the environment
      or, mostly, in aludel.yaml; the first of these that says something counts.
      Keep passwords in settings.xml (-Dorm.server=id) or in the environment (ALUDEL_PASSWORD).\
      """;

  private final PluginDescriptor plugin;

  public HelpPage(PluginDescriptor plugin) {
    this.plugin = plugin;
  }

  /** All goals in alphabetical order, one sentence each, and how to begin. */
  public void overview(Lines out) {
    out.line("Aludel " + plugin.getVersion() + ", the goals " + plugin.getGoalPrefix() + ":*");
    out.line("");
    out.text(TOUR);
    out.line("");
    out.line("Goals:");
    int column = goals().stream().mapToInt(goal -> goal.getGoal().length()).max().orElse(0) + 4;
    for (MojoDescriptor goal : goals()) {
      String name = plugin.getGoalPrefix() + ":" + goal.getGoal();
      out.line("  " + pad(name, column + 4) + firstSentence(goal.getDescription()));
    }
    out.line("");
    out.line(
        "One goal with all its parameters:  mvn orm:help -Dorm.goal=upgrade     all of them:  -Ddetail");
  }

  /** Whether there is such a goal. */
  public boolean has(String goal) {
    return goals().stream().anyMatch(one -> one.getGoal().equals(goal));
  }

  /** The names of all goals in alphabetical order. */
  public List<String> names() {
    return goals().stream().map(MojoDescriptor::getGoal).toList();
  }

  /** One goal: its whole text, then each parameter that a user can set. */
  public void goal(String name, Lines out) {
    MojoDescriptor goal =
        goals().stream().filter(one -> one.getGoal().equals(name)).findFirst().orElseThrow();
    out.line(plugin.getGoalPrefix() + ":" + goal.getGoal());
    wrapped(out, "  ", PlainText.of(goal.getDescription()).replace(" Example: ", "\nExample: "));
    for (Parameter parameter : settable(goal).values()) {
      out.line("");
      out.line("  " + usage(goal, parameter));
      wrapped(out, "      ", PlainText.of(parameter.getDescription()));
    }
  }

  /** Every goal as {@link #goal} shows one. */
  public void detail(Lines out) {
    for (String name : names()) {
      goal(name, out);
      out.line("");
    }
  }

  private List<MojoDescriptor> goals() {
    return plugin.getMojos().stream()
        .sorted(Comparator.comparing(MojoDescriptor::getGoal))
        .toList();
  }

  /** Property name to parameter: what Maven injects by itself has no property. */
  private static Map<String, Parameter> settable(MojoDescriptor goal) {
    Map<String, Parameter> byProperty = new TreeMap<>();
    List<Parameter> parameters = goal.getParameters();
    for (Parameter parameter : parameters == null ? List.<Parameter>of() : parameters) {
      String property = property(goal, parameter);
      if (parameter.isEditable() && property.startsWith("orm.")) {
        byProperty.put(property, parameter);
      }
    }
    return byProperty;
  }

  private static String property(MojoDescriptor goal, Parameter parameter) {
    String expression = goal.getMojoConfiguration().getChild(parameter.getName()).getValue("");
    return expression.startsWith("${") ? expression.substring(2, expression.length() - 1) : "";
  }

  private static String usage(MojoDescriptor goal, Parameter parameter) {
    String standard =
        goal.getMojoConfiguration().getChild(parameter.getName()).getAttribute("default-value");
    return "-D"
        + property(goal, parameter)
        + (standard == null ? "" : "  (default: " + standard + ")");
  }

  private static void wrapped(Lines out, String indent, String text) {
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder(indent);
      for (String word : paragraph.strip().split("\\s+", -1)) {
        if (line.length() > indent.length() && line.length() + word.length() >= WIDTH) {
          out.line(line.toString().stripTrailing());
          line = new StringBuilder(indent);
        }
        line.append(word).append(' ');
      }
      out.line(line.toString().stripTrailing());
    }
  }

  private static String firstSentence(String description) {
    String text = PlainText.of(description).replace('\n', ' ');
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
