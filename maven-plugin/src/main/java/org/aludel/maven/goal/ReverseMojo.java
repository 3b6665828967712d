package org.aludel.maven.goal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.maven.report.Report;
import org.aludel.maven.settings.GoalSettings;
import org.aludel.migrations.command.ReverseRequest;
import org.aludel.migrations.reverse.ReverseRules;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes mapped classes of a database that is there, and SQL files of what classes cannot say.
 * Files that are there stay as they are. Example: {@code mvn orm:reverse -Dorm.package=shop.domain}
 */
@Mojo(name = "reverse", requiresProject = false, aggregator = true, threadSafe = true)
public final class ReverseMojo extends OrmMojo {
  /** The package of the classes. */
  @Parameter(property = "orm.package")
  private @Nullable String packageName;

  /** The folder of Java sources. */
  @Parameter(property = "orm.into", defaultValue = "src/main/java")
  private String into;

  /** Names of classes, as in user_account:User. */
  @Parameter(property = "orm.names")
  private @Nullable List<String> names;

  /** Beginnings of table names that class names go without, as in t_. */
  @Parameter(property = "orm.prefixes")
  private @Nullable List<String> prefixes;

  /** Ends of table names that class names go without. */
  @Parameter(property = "orm.suffixes")
  private @Nullable List<String> suffixes;

  /** Whether the class that a reference leads to gets a collection of those that refer. */
  @Parameter(property = "orm.inverse", defaultValue = "false")
  private boolean inverse;

  /** Whether files that are there with another content are replaced. */
  @Parameter(property = "orm.overwrite", defaultValue = "false")
  private boolean overwrite;

  /** Whether the files are listed alone. */
  @Parameter(property = "orm.dry-run", defaultValue = "false")
  private boolean dryRun;

  /** Schemas of the database that are read; public unless given. */
  @Parameter(property = "orm.schemas")
  private @Nullable List<String> schemas;

  /** Objects to leave out, as in table:qrtz_*. */
  @Parameter(property = "orm.exclude")
  private @Nullable List<String> exclude;

  @Override
  GoalSettings given(GoalSettings settings) {
    return super.given(settings).with("schemas", schemas).with("exclude", exclude);
  }

  @Override
  void run(Work work, Report report) {
    ReverseRules rules =
        new ReverseRules(
            packageName(),
            classNames(),
            prefixes == null ? List.of() : prefixes,
            suffixes == null ? List.of() : suffixes,
            inverse);
    ReverseRequest request =
        new ReverseRequest(rules, work.base().resolve(into), overwrite, dryRun);
    report.reversed(work.migrations().reverse(request), dryRun);
  }

  private String packageName() {
    String name = packageName;
    if (name == null || !SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
      throw new UsageException(
          Problem.of(MigrationCode.INVALID_SETTING, "cannot write classes without a package")
              .found("orm.package " + (name == null ? "is not set" : "\"" + name + "\""))
              .expected("the name of a package")
              .fix("mvn orm:reverse -Dorm.package=shop.domain"));
    }
    return name;
  }

  private Map<String, String> classNames() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String pair : names == null ? List.<String>of() : names) {
      int colon = pair.indexOf(':');
      String name = pair.substring(colon + 1);
      if (colon < 1 || !SourceVersion.isIdentifier(name)) {
        throw new UsageException(
            Problem.of(MigrationCode.INVALID_SETTING, "cannot name a class")
                .found("orm.names \"" + pair + "\"")
                .expected("a table, a colon and the name of a class")
                .fix("mvn orm:reverse -Dorm.names=user_account:User"));
      }
      all.put(pair.substring(0, colon), name);
    }
    return all;
  }
}
